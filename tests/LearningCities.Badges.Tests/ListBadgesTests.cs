namespace LearningCities.Badges.Tests;

public sealed class ListBadgesTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task Anyone_sees_what_can_be_earned_newest_first_and_page_by_page()
    {
        var badges = new[] { await _city.HasBadge(), await _city.HasBadge(), await _city.HasBadge() };
        await _city.HasBadge(retired: true);
        using var visitor = _city.Anonymous();

        var first = await visitor.GetFromJsonAsync<Listed<Badge>>($"/api/badges?city={_city.Id}&limit=2");
        var rest = await visitor.GetFromJsonAsync<Listed<Badge>>($"/api/badges?city={_city.Id}&limit=2&cursor={first!.Next}");

        Assert.Equal([badges[2].Id, badges[1].Id, badges[0].Id], first.Items.Concat(rest!.Items).Select(b => b.Id));
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task One_organisations_badges_can_be_asked_for_and_the_retired_ones_too()
    {
        var retired = await _city.HasBadge(retired: true);
        using var visitor = _city.Anonymous();

        var list = $"/api/badges?city={_city.Id}&retired=true&organisation=";
        var own = await visitor.GetFromJsonAsync<Listed<Badge>>($"{list}{_city.Organisation}");
        var others = await visitor.GetFromJsonAsync<Listed<Badge>>($"{list}{Guid.CreateVersion7()}");

        Assert.Equal([retired.Id], own!.Items.Select(b => b.Id));
        Assert.Empty(others!.Items);
    }

    [Fact]
    public async Task Another_citys_badges_are_not_in_it()
    {
        await _city.HasBadge();
        using var visitor = _city.Anonymous();

        Assert.Empty((await visitor.GetFromJsonAsync<Listed<Badge>>($"/api/badges?city={suite.NewCity().Id}"))!.Items);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/api/badges")).StatusCode); // whose, nobody said
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("cursor=nonsense")]
    [InlineData("organisation=nonsense")]
    public async Task What_cannot_be_read_is_refused(string query)
    {
        using var visitor = _city.Anonymous();

        var response = await visitor.GetAsync($"/api/badges?city={_city.Id}&{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await response.ProblemCode();
    }
}
