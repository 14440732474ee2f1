namespace LearningCities.Catalogue.Tests.Activities;

public sealed class ShowActivityTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task Its_places_are_counted_down_though_it_is_the_same_version()
    {
        var activity = await _city.HasActivity(("capacity", 2));
        using var visitor = _city.Anonymous();
        visitor.DefaultRequestHeaders.IfNoneMatch.Add(Sentences.ETag(1));
        await _city.HasSignUp(activity, Guid.CreateVersion7());

        var shown = await visitor.GetAsync($"/api/catalogue/activities/{activity.Id}?city={_city.Id}");

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (shown.StatusCode, shown.Headers.ETag?.Tag));
        Assert.Equal(1, (await shown.Content.ReadFromJsonAsync<Activity>())!.PlacesLeft);
    }

    [Fact]
    public async Task In_another_city_it_is_not_there()
    {
        var activity = await _city.HasActivity();
        using var visitor = _city.Anonymous();

        var response = await visitor.GetAsync($"/api/catalogue/activities/{activity.Id}?city={suite.NewCity().Id}");

        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task The_day_it_was_checked_is_a_day_of_the_city()
    {
        var city = await suite.NewCityIn("Pacific/Kiritimati"); // fourteen hours ahead

        var activity = await city.HasActivity();

        Assert.Equal(DateOnly.FromDateTime(Sentences.InDays(14.0 / 24).UtcDateTime), activity.CheckedOn);
    }
}
