namespace LearningCities.Catalogue.Tests.Activities;

public sealed class CancelActivityTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task It_is_found_no_more_and_still_says_what_happened()
    {
        var activity = await _city.HasActivity();
        await Eventually.Holds(async () => (await _city.Finds()).Total == 1);

        var cancelled = await _city.Cancels(activity);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (cancelled.StatusCode, cancelled.Headers.ETag?.Tag));
        await Eventually.Holds(async () => (await _city.Finds()).Total == 0);
        using var visitor = _city.Anonymous();
        var shown = await visitor.GetFromJsonAsync<Activity>($"/api/catalogue/activities/{activity.Id}?city={_city.Id}");
        Assert.Equal("cancelled", shown!.State);
        await suite.EventsOf<ActivityCancelled>().First(e => e.ActivityId == activity.Id && e.Version == 2);
    }

    [Fact]
    public async Task Everybody_who_had_a_place_is_told()
    {
        var activity = await _city.HasActivity();
        var one = await _city.HasSignUp(activity, Guid.CreateVersion7());
        var other = await _city.HasSignUp(activity, Guid.CreateVersion7());

        await _city.Cancels(activity);

        foreach (var signUp in new[] { one, other })
        {
            var told = await suite.EventsOf<SignUpCancelled>().First(e => e.SignUpId == signUp.Id);
            Assert.Equal((signUp.LearnerId, 2, true), (told.LearnerId, told.Version, told.ByOrganiser));
        }
    }

    [Fact]
    public async Task Who_signs_up_at_the_same_moment_is_refused_or_told()
    {
        var activity = await _city.HasActivity(("capacity", 100));

        var signingUp = Enumerable.Range(0, 20).Select(async _ =>
        {
            using var learner = _city.Client(Sentences.Join);
            return await learner.Create($"/api/catalogue/activities/{activity.Id}/sign-ups", new { });
        }).ToList();
        var cancelled = await _city.Cancels(activity);
        var answers = await Task.WhenAll(signingUp);

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        foreach (var answer in answers.Where(answer => answer.IsSuccessStatusCode))
        {
            var signUp = await answer.Content.ReadFromJsonAsync<SignUp>();
            await suite.EventsOf<SignUpCancelled>().First(e => e.SignUpId == signUp!.Id);
        }
    }

    [Fact]
    public async Task Cancelling_twice_is_cancelling_once()
    {
        var activity = await _city.HasActivity();
        await _city.Cancels(activity);

        var again = await _city.Cancels(activity with { Version = 2 });

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (again.StatusCode, again.Headers.ETag?.Tag));
    }

    [Fact]
    public async Task To_other_organisations_it_is_not_there()
    {
        var activity = await _city.HasActivity();
        using var others = _city.ClientOf(Guid.CreateVersion7(), [Guid.CreateVersion7()], Sentences.Publish);

        var response = await others.Change($"/api/catalogue/activities/{activity.Id}/cancellation", null, Sentences.ETag(1));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_publish_cancels_nothing()
    {
        var activity = await _city.HasActivity();
        using var learner = _city.Client(Sentences.Join);

        var response = await learner.Change($"/api/catalogue/activities/{activity.Id}/cancellation", null, Sentences.ETag(1));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
