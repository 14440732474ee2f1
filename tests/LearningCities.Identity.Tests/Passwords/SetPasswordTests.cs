namespace LearningCities.Identity.Tests.Passwords;

public sealed class SetPasswordTests(IdentitySuite suite)
{
    private const string New = "a-new-and-longer-one-7";

    [Fact]
    public async Task With_the_letters_link_she_chooses_another_password_and_old_sessions_end()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        var session = await town.SignedIn(person);

        var chosen = await town.Chooses(await town.HasResetToken(person), New);

        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await town.SignIn(person.Email, New)).StatusCode);
        Assert.Equal("invalid_grant", await (await town.SignIn(person.Email)).Error());
        Assert.Equal("invalid_grant", await (await suite.Refresh(session.Refresh!)).Error());
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var town = await suite.HasTown();
        var token = await town.HasResetToken(await town.HasPerson());
        await town.Chooses(token, New);

        await (await town.Chooses(token, "yet-another-one-88")).Refused(HttpStatusCode.Conflict, "password-reset-over");
    }

    [Fact]
    public async Task A_letter_written_twice_has_two_links_of_which_the_first_still_works()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();
        var first = await town.HasResetToken(person);
        var asked = suite.EventsOf<Contracts.Identity.PasswordResetRequested>().All(e => e.PersonId == person.Id).Single();
        using var letters = town.Letters();
        var again = await letters.GetFromJsonAsync<Letter>($"/api/identity/password-resets/{asked.RequestId}/letter");

        Assert.Equal((person.Email, person.Name, "hu"), (again!.Email, again.Name, again.Language));
        Assert.Equal(HttpStatusCode.OK, (await town.Chooses(first, New)).StatusCode);
        await (await town.Chooses(again.Link.Split('/')[^1], New)).Refused(HttpStatusCode.Conflict, "password-reset-over");
    }

    [Fact]
    public async Task A_common_password_is_refused_and_the_link_still_works()
    {
        var town = await suite.HasTown();
        var token = await town.HasResetToken(await town.HasPerson());

        await (await town.Chooses(token, "password12345")).Refused(HttpStatusCode.Conflict, "password-too-common");
        await (await town.Chooses(token, "short")).Refused(HttpStatusCode.BadRequest, "request-invalid");
        Assert.Equal(HttpStatusCode.OK, (await town.Chooses(token, New)).StatusCode);
    }

    [Fact]
    public async Task In_another_city_or_made_up_a_link_is_not_there()
    {
        var town = await suite.HasTown();
        var token = await town.HasResetToken(await town.HasPerson());

        await (await (await suite.HasTown()).Chooses(token, New)).Refused(HttpStatusCode.NotFound, "not-found");
        await (await town.Chooses("made-up", New)).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Only_Web_sets_passwords_and_only_Notifications_reads_letters()
    {
        var town = await suite.HasTown();
        using var learner = town.City.Client("identity:self");
        using var web = town.Web();

        await (await learner.PutAsJsonAsync("/api/identity/password-resets/x", new { password = New }))
            .Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await web.GetAsync($"/api/identity/password-resets/{Guid.CreateVersion7()}/letter"))
            .Refused(HttpStatusCode.Forbidden, "not-allowed");
        using var letters = town.Letters();
        await (await letters.GetAsync($"/api/identity/password-resets/{Guid.CreateVersion7()}/letter"))
            .Refused(HttpStatusCode.NotFound, "not-found");
    }
}
