namespace LearningCities.Catalogue.Tests.Activities;

public sealed class ListOwnActivitiesTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task The_newest_comes_first_a_page_at_a_time_with_cancelled_and_past_ones()
    {
        var past = await _city.HasActivity(("startsAt", Sentences.InDays(-9)), ("endsAt", Sentences.InDays(-8)));
        var cancelled = await _city.HasActivity();
        await _city.Cancels(cancelled);
        var last = await _city.HasActivity();
        using var staff = _city.Client(Sentences.Publish);

        var first = await staff.GetFromJsonAsync<PageOf<Activity>>("/api/catalogue/activities/mine?limit=2");
        var rest = await staff.GetFromJsonAsync<PageOf<Activity>>($"/api/catalogue/activities/mine?limit=2&cursor={first!.Next}");

        Assert.Equal([last.Id, cancelled.Id], first.Items.Select(a => a.Id));
        Assert.Equal([past.Id], rest!.Items.Select(a => a.Id));
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task Nobody_sees_anothers()
    {
        await _city.HasActivity();
        using var others = _city.ClientOf(Guid.CreateVersion7(), [Guid.CreateVersion7()], Sentences.Publish);

        var none = await others.GetFromJsonAsync<PageOf<Activity>>($"/api/catalogue/activities/mine?organisation={_city.Organisation}");

        Assert.Empty(none!.Items);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("cursor=xyz")]
    public async Task A_strange_question_is_refused(string query)
    {
        using var staff = _city.Client(Sentences.Publish);

        var response = await staff.GetAsync($"/api/catalogue/activities/mine?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_learner_has_none_to_list()
    {
        using var learner = _city.Client(Sentences.Join);

        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/api/catalogue/activities/mine")).StatusCode);
    }
}
