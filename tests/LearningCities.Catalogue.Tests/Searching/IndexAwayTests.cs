using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>The catalogue with a search engine that nobody has started.</summary>
public sealed class CatalogueWithoutEngine() : RunningSuite(
    "catalogue", settings: ["--search=elasticsearch", "--Search:Url=http://127.0.0.1:9"]), IAsyncLifetime;

public sealed class IndexAwayTests(CatalogueWithoutEngine suite) : IClassFixture<CatalogueWithoutEngine>
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task What_is_looked_for_is_found_by_title_and_a_note_says_so()
    {
        await _city.HasActivity(("summary", new { hu = "Kerámiával is" }));
        await _city.HasActivity(("title", new { hu = "Kerámia" }), ("kind", "club"), ("skills", Array.Empty<string>()));

        var found = await _city.FindsOf(2, "q=kerámia");

        Assert.Equal(["Kerámia"], found.Titles);
        Assert.Equal(new Noted("search-by-title", "The search is away for a moment: only titles were searched."), found.Note);
        Assert.Equal(["Robotika kezdőknek"], (await _city.Finds("q=robtika")).Titles);
        Assert.Equal(["Kerámia"], (await _city.Finds("kind=club")).Titles);
    }

    [Fact]
    public async Task The_note_is_in_the_readers_language()
    {
        using var visitor = _city.Anonymous();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hu");

        var found = await visitor.GetFromJsonAsync<Found>($"/api/catalogue/activities?city={_city.Id}");

        Assert.Equal("A kereső most nem elérhető: csak a címekben kerestünk.", found!.Note!.Text);
    }

    [Fact]
    public async Task Pages_go_on_and_a_page_of_the_index_begins_anew()
    {
        for (var i = 0; i < 3; i++)
        {
            await _city.HasActivity();
        }

        var first = await _city.FindsOf(3, "limit=2");
        var second = await _city.Finds($"limit=2&cursor={first.Next}");
        Assert.Equal(3, first.Items.Concat(second.Items).DistinctBy(item => item.Id).Count());
        Assert.Null(second.Next);

        var ofTheIndex = new Catalogue.Searching.SearchCursor("date", 7e17, Guid.Empty);
        Assert.Equal(first.Items.Select(item => item.Id), (await _city.Finds($"limit=2&cursor={ofTheIndex}")).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task The_process_serves_and_says_that_it_finds_less()
    {
        var health = await suite.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "catalogue-index");

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("does not answer", health.Entries["catalogue-index"].Description, StringComparison.Ordinal);
        using var visitor = _city.Anonymous();
        Assert.True((await visitor.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode);
    }
}
