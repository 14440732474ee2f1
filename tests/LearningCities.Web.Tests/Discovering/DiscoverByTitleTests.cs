namespace LearningCities.Web.Tests.Discovering;

/// <summary>The suite with a search engine that nobody has started.</summary>
public sealed class SuiteWithoutEngine() : RunningSuite(
    "all",
    settings:
    [
        "--search=elasticsearch", "--Search:Url=http://127.0.0.1:9", "--Edge:PagesPerMinute=1000000", "--Edge:AnonymousPerMinute=1000000",
    ]),
    IAsyncLifetime;

public sealed class DiscoverByTitleTests(SuiteWithoutEngine suite) : IClassFixture<SuiteWithoutEngine>
{
    [Theory]
    [InlineData("en", "We could look in titles only.")]
    [InlineData("hu", "Most csak a címekben tudtunk keresni.")]
    public async Task While_the_engine_is_away_the_page_says_that_only_titles_were_searched(string language, string said)
    {
        var town = await Town.In(suite);
        await Organiser.In(town).Offers("Bread baking");
        using var visitor = town.Stranger(language);

        await visitor.Open($"/{town.ShortName}/discover?q=bread");
        Assert.True(visitor.Sees("Bread baking"));
        Assert.True(visitor.Sees(said));

        await visitor.Open($"/{town.ShortName}/discover?q=zzzzzz");
        Assert.True(visitor.Sees(said));
    }
}
