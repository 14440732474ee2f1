using LearningCities.Catalogue.Counting;

namespace LearningCities.Catalogue.Tests.Counting;

public sealed class ListSearchesTests(CatalogueSuite suite)
{
    [Fact]
    public async Task What_nothing_was_found_for_comes_first_and_what_was_opened_is_counted()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var robots = await city.HasActivity();
        await city.FindsOf(1, "");
        await Times(3, () => city.Finds("q=Szabás-varrás"));
        await Times(4, () => city.Finds("q=robotika"));
        using var visitor = city.Anonymous();
        await Times(2, () => visitor.GetAsync($"/api/catalogue/activities/{robots.Id}?city={city.Id}&asked=robotika"));

        var searches = await Searches(city);

        Assert.Equal(
            [new("szabás varrás", 3, 3, 0), new Searched("robotika", 4, 0, 2)],
            searches.Items);
        Assert.Equal(0, searches.Hidden);
    }

    [Fact]
    public async Task What_few_have_searched_for_is_not_shown_and_what_looks_like_somebody_is_not_kept()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        await Times(2, () => city.Finds("q=kovács jános"));
        await Times(5, () => city.Finds("q=lilla%40example.org"));
        await Times(5, () => city.Finds("q=06301234567"));

        var searches = await Searches(city);

        Assert.Empty(searches.Items);
        Assert.Equal(12, searches.Hidden);
    }

    [Fact]
    public async Task The_next_page_is_no_other_search_and_another_city_is_another()
    {
        var (city, other) = (await suite.NewCityIn("Europe/Budapest"), await suite.NewCityIn("Europe/Budapest"));
        await city.HasActivity();
        await city.HasActivity();
        await city.FindsOf(2, "");
        await Times(3, async () =>
        {
            var page = await city.Finds("q=robotika&limit=1");
            await city.Finds($"q=robotika&limit=1&cursor={page.Next}");
        });

        Assert.Equal([new Searched("robotika", 3, 0, 0)], (await Searches(city)).Items);
        Assert.Empty((await Searches(other)).Items);
    }

    [Fact]
    public async Task Only_the_city_itself_sees_them_and_a_period_must_be_one()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        using var visitor = city.Anonymous();
        using var staff = city.Client(Sentences.Publish);
        using var administrator = city.Client(Sentences.Manage);

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync($"/api/catalogue/searches?city={city.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/api/catalogue/searches")).StatusCode);
        Assert.Equal("period-impossible", await (await administrator.GetAsync("/api/catalogue/searches?from=2026-02-02&to=2026-02-01")).ProblemCode());
        Assert.Equal("period-impossible", await (await administrator.GetAsync("/api/catalogue/searches?from=2025-01-01&to=2026-02-01")).ProblemCode());
    }

    [Theory]
    [InlineData("Robotika  KEZDŐKNEK!", "robotika kezdőknek")]
    [InlineData("C++", "c++")]
    [InlineData("3D nyomtatás 2026", "3d nyomtatás 2026")]
    [InlineData("12345", "")]
    [InlineData("a b c d e f", "a b c d e f")]
    [InlineData("a b c d e f g", "")]
    [InlineData("somebody@example.org", "")]
    [InlineData("?!", "")]
    public void Of_what_was_typed_only_words_are_kept(string typed, string kept) => Assert.Equal(kept, CountedWords.Of(typed));

    private static async Task Times(int times, Func<Task> ask)
    {
        for (var i = 0; i < times; i++)
        {
            await ask();
        }
    }

    private async Task<Answer> Searches(City city)
    {
        await suite.Services.GetRequiredService<SearchCounter>().Keep(CancellationToken.None);
        using var administrator = city.Client(Sentences.Manage);
        return (await administrator.GetFromJsonAsync<Answer>("/api/catalogue/searches"))!;
    }

    private sealed record Answer(IReadOnlyList<Searched> Items, int Hidden);

    private sealed record Searched(string Words, int Searches, int Nothing, int Opened);
}
