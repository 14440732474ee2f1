using LearningCities.Contracts.Identity;

namespace LearningCities.Identity.Tests.Passwords;

public sealed class RequestPasswordResetTests(IdentitySuite suite)
{
    [Fact]
    public async Task The_answer_does_not_say_whether_anybody_has_the_address()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson();

        var (known, unknown) = (await Ask(town, person.Email), await Ask(town, Town.AnAddress()));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        var heard = await suite.EventsOf<PasswordResetRequested>().First(e => e.PersonId == person.Id);
        Assert.Equal(town.Id, heard.City);
    }

    [Fact]
    public async Task It_is_told_in_the_persons_own_city_wherever_she_asked()
    {
        var home = await suite.HasTown();
        var person = await home.HasPerson();

        await Ask(await suite.HasTown(), person.Email);

        Assert.Equal(home.Id, (await suite.EventsOf<PasswordResetRequested>().First(e => e.PersonId == person.Id)).City);
    }

    [Fact]
    public async Task Nobody_gets_more_than_three_letters_an_hour()
    {
        var town = await suite.HasTown();
        var (person, last) = (await town.HasPerson(), await town.HasPerson());
        for (var asked = 0; asked < 5; asked++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await Ask(town, person.Email)).StatusCode);
        }

        await Ask(town, last.Email); // when its event has come, all before it have
        await suite.EventsOf<PasswordResetRequested>().First(e => e.PersonId == last.Id);
        Assert.Equal(3, suite.EventsOf<PasswordResetRequested>().All(e => e.PersonId == person.Id).Count);
    }

    [Fact]
    public async Task Only_Web_asks()
    {
        var town = await suite.HasTown();
        using var learner = town.City.Client("identity:self");

        await (await learner.PostAsJsonAsync("/api/identity/password-resets", new { email = "anna@example.org" }))
            .Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await Ask(town, "anna")).Refused(HttpStatusCode.BadRequest, "request-invalid");
    }

    private static async Task<HttpResponseMessage> Ask(Town town, string email)
    {
        using var web = town.Web();
        return await web.PostAsJsonAsync("/api/identity/password-resets", new { email });
    }
}
