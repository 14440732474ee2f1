namespace LearningCities.Catalogue.Tests.Activities;

public sealed class ChangeActivityTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task What_is_said_anew_is_shown_found_and_told()
    {
        var activity = await _city.HasActivity();

        var changed = await Change(activity, ("title", new { hu = "Fazekasság" }), ("skills", null));

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag?.Tag));
        await Eventually.Holds(async () => (await _city.Finds("q=fazekassag")).Total == 1);
        Assert.Equal(0, (await _city.Finds("q=robotika")).Total);
        await suite.EventsOf<ActivityPublished>().First(e => e.ActivityId == activity.Id && e.Version == 2);
    }

    [Fact]
    public async Task Only_who_saw_this_version_changes_it()
    {
        var activity = await _city.HasActivity();

        var response = await Change(activity with { Version = 7 });

        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed-meanwhile"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task A_learner_who_signs_up_takes_no_form_away_from_who_changes_it()
    {
        var activity = await _city.HasActivity();
        await _city.HasSignUp(activity, Guid.CreateVersion7());

        var response = await Change(activity, ("capacity", 30));

        Assert.Equal(29, (await response.Content.ReadFromJsonAsync<Activity>())!.PlacesLeft);
    }

    [Fact]
    public async Task Those_who_have_a_place_keep_it()
    {
        var activity = await _city.HasActivity(("capacity", 2));
        await _city.HasSignUp(activity, Guid.CreateVersion7());
        await _city.HasSignUp(activity, Guid.CreateVersion7());

        var response = await Change(activity, ("capacity", 1));

        Assert.Equal((HttpStatusCode.Conflict, "capacity-too-small"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task It_stays_with_its_organisation()
    {
        var response = await Change(await _city.HasActivity(), ("organisationId", Guid.CreateVersion7()));

        Assert.Equal((HttpStatusCode.Conflict, "organisation-fixed"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task What_was_cancelled_is_changed_no_more()
    {
        var activity = await _city.HasActivity();
        await _city.Cancels(activity);

        var response = await Change(activity with { Version = 2 });

        Assert.Equal((HttpStatusCode.Conflict, "activity-cancelled"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task To_other_organisations_and_cities_it_is_not_there()
    {
        var activity = await _city.HasActivity();
        using var others = _city.ClientOf(Guid.CreateVersion7(), [Guid.CreateVersion7()], Sentences.Publish);
        using var elsewhere = suite.NewCity().Client(Sentences.Publish);

        foreach (var client in new[] { others, elsewhere })
        {
            var response = await client.Change(
                $"/api/catalogue/activities/{activity.Id}", _city.Workshop(), Sentences.ETag(1));
            Assert.Equal((HttpStatusCode.NotFound, "not-found"), (response.StatusCode, await response.ProblemCode()));
        }
    }

    [Fact]
    public async Task Who_may_not_publish_changes_nothing()
    {
        var activity = await _city.HasActivity();
        using var learner = _city.Client(Sentences.Join);

        var response = await learner.Change($"/api/catalogue/activities/{activity.Id}", _city.Workshop(), Sentences.ETag(1));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_pointed_at()
    {
        var response = await Change(await _city.HasActivity(), ("kind", "party"));

        Assert.Equal("request-invalid", await response.ProblemCode());
    }

    private async Task<HttpResponseMessage> Change(Activity activity, params (string, object?)[] changes)
    {
        using var staff = _city.Client(Sentences.Publish);
        return await staff.Change(
            $"/api/catalogue/activities/{activity.Id}", _city.Workshop(changes), Sentences.ETag(activity.Version));
    }
}
