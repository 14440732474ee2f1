namespace LearningCities.Catalogue.Tests.SignUps;

public sealed class CancelSignUpTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task The_place_is_free_for_somebody_else()
    {
        var activity = await _city.HasActivity(("capacity", 1));
        var signUp = await _city.HasSignUp(activity, _learner);

        var cancelled = await Cancel(signUp);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (cancelled.StatusCode, cancelled.Headers.ETag?.Tag));
        Assert.Equal("cancelled", (await cancelled.Content.ReadFromJsonAsync<SignUp>())!.State);
        await _city.HasSignUp(activity, Guid.CreateVersion7());
        var told = await suite.EventsOf<SignUpCancelled>().First(e => e.SignUpId == signUp.Id);
        Assert.Equal((2, _learner, false), (told.Version, told.LearnerId, told.ByOrganiser));
    }

    [Fact]
    public async Task Cancelling_twice_gives_one_place_back()
    {
        var activity = await _city.HasActivity(("capacity", 2));
        await _city.HasSignUp(activity, Guid.CreateVersion7());
        var signUp = await _city.HasSignUp(activity, _learner);
        await Cancel(signUp);

        var again = await Cancel(signUp with { Version = 2 });

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await Eventually.Holds(async () => (await _city.Finds()).Items is [{ PlacesLeft: 1 }]);
    }

    [Fact]
    public async Task When_many_leave_at_once_all_places_are_free()
    {
        var activity = await _city.HasActivity(("capacity", 10));
        var learners = Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7()).ToList();
        var signUps = await Task.WhenAll(learners.Select(learner => _city.HasSignUp(activity, learner)));

        var answers = await Task.WhenAll(signUps.Select(async signUp =>
        {
            using var client = _city.ClientOf(signUp.LearnerId, Sentences.Join);
            return await client.Change($"/api/catalogue/sign-ups/{signUp.Id}/cancellation", null, Sentences.ETag(1));
        }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await Eventually.Holds(async () => (await _city.Finds()).Items is [{ PlacesLeft: 10 }]);
    }

    [Fact]
    public async Task Who_has_taken_part_cannot_take_it_back()
    {
        var signUp = await _city.HasSignUp(await _city.HasActivity(("startsAt", Sentences.InDays(0.5))), _learner);
        using var staff = _city.Client(Sentences.Attend);
        await staff.Change($"/api/catalogue/sign-ups/{signUp.Id}/attendance", null, Sentences.ETag(1));

        var response = await Cancel(signUp with { Version = 2 });

        Assert.Equal((HttpStatusCode.Conflict, "sign-up-attended"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task Nobody_cancels_anothers()
    {
        var signUp = await _city.HasSignUp(await _city.HasActivity(), _learner);
        using var other = _city.Client(Sentences.Join);

        var response = await other.Change($"/api/catalogue/sign-ups/{signUp.Id}/cancellation", null, Sentences.ETag(1));

        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task Who_has_not_seen_it_changes_nothing()
    {
        var signUp = await _city.HasSignUp(await _city.HasActivity(), _learner);
        using var client = _city.ClientOf(_learner, Sentences.Join);

        var blind = await client.PutAsync($"/api/catalogue/sign-ups/{signUp.Id}/cancellation", null);

        Assert.Equal("if-match-missing", await blind.ProblemCode());
        Assert.Equal("changed-meanwhile", await (await Cancel(signUp with { Version = 3 })).ProblemCode());
    }

    private async Task<HttpResponseMessage> Cancel(SignUp signUp)
    {
        using var client = _city.ClientOf(_learner, Sentences.Join);
        return await client.Change(
            $"/api/catalogue/sign-ups/{signUp.Id}/cancellation", null, Sentences.ETag(signUp.Version));
    }
}
