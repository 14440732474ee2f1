namespace LearningCities.Catalogue.Tests.SignUps;

public sealed class ConfirmAttendanceTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task At_the_door_a_code_is_enough()
    {
        var signUp = await SoonHasSignUp();
        using var staff = _city.Client(Sentences.Attend);

        var found = await staff.GetAsync($"/api/catalogue/check-ins/{signUp.Code.ToUpperInvariant()}"); // as some read it out
        var confirmed = await Confirm((await found.Content.ReadFromJsonAsync<SignUp>())!);

        Assert.Equal("attended", (await confirmed.Content.ReadFromJsonAsync<SignUp>())!.State);
        var told = await suite.EventsOf<AttendanceConfirmed>().First(e => e.SignUpId == signUp.Id);
        Assert.Equal((2, _learner, "belvaros"), (told.Version, told.LearnerId, told.District));
    }

    [Fact]
    public async Task Confirming_twice_is_confirming_once()
    {
        var signUp = await SoonHasSignUp();
        await Confirm(signUp);

        var again = await Confirm(signUp with { Version = 2 });

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (again.StatusCode, again.Headers.ETag?.Tag));
    }

    [Fact]
    public async Task Nobody_has_taken_part_days_before()
    {
        var signUp = await _city.HasSignUp(await _city.HasActivity(), _learner);

        var response = await Confirm(signUp);

        Assert.Equal((HttpStatusCode.Conflict, "too-early-to-confirm"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task Who_gave_the_place_back_has_not_taken_part()
    {
        var signUp = await SoonHasSignUp();
        using var learner = _city.ClientOf(_learner, Sentences.Join);
        await learner.Change($"/api/catalogue/sign-ups/{signUp.Id}/cancellation", null, Sentences.ETag(1));

        var response = await Confirm(signUp with { Version = 2 });

        Assert.Equal((HttpStatusCode.Conflict, "sign-up-cancelled"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task To_other_organisations_and_cities_it_is_not_there()
    {
        var signUp = await SoonHasSignUp();
        using var others = _city.ClientOf(Guid.CreateVersion7(), [Guid.CreateVersion7()], Sentences.Attend);
        using var elsewhere = suite.NewCity().Client(Sentences.Attend);

        foreach (var client in new[] { others, elsewhere })
        {
            var confirmed = await client.Change($"/api/catalogue/sign-ups/{signUp.Id}/attendance", null, Sentences.ETag(1));
            var found = await client.GetAsync($"/api/catalogue/check-ins/{signUp.Code}");
            var listed = await client.GetAsync($"/api/catalogue/activities/{signUp.ActivityId}/sign-ups");

            Assert.All(new[] { confirmed, found, listed }, a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode));
        }
    }

    [Fact]
    public async Task A_learner_does_not_confirm_herself()
    {
        var signUp = await SoonHasSignUp();
        using var learner = _city.ClientOf(_learner, Sentences.Join);

        var response = await learner.Change($"/api/catalogue/sign-ups/{signUp.Id}/attendance", null, Sentences.ETag(1));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task<SignUp> SoonHasSignUp() =>
        await _city.HasSignUp(await _city.HasActivity(("startsAt", Sentences.InDays(0.9))), _learner);

    private async Task<HttpResponseMessage> Confirm(SignUp signUp)
    {
        using var staff = _city.Client(Sentences.Attend);
        return await staff.Change($"/api/catalogue/sign-ups/{signUp.Id}/attendance", null, Sentences.ETag(signUp.Version));
    }
}
