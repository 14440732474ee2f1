namespace LearningCities.Insight.Tests;

public sealed class ExportOverviewTests(InsightSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task The_table_has_the_same_numbers_and_says_what_is_hidden()
    {
        await suite.HaveSignUps(_city, 3, "mihalytelek");
        await suite.HaveSignUps(_city, 8, "belvaros");
        await suite.HaveSignUps(_city, 9, "ujszeged");

        var lines = await Csv("en");

        Assert.Equal("part,name,activities,signUps,attendances,badges,placements", lines[0]);
        Assert.Equal("total,,0,20,under 5,under 5,under 5", lines[1]);
        Assert.Contains("district,mihalytelek,0,under 5,under 5,under 5,under 5", lines);
        Assert.Contains("district,belvaros,0,under 5,under 5,under 5,under 5", lines);
        Assert.Contains("district,ujszeged,0,9,under 5,under 5,under 5", lines);
        Assert.Equal(12, lines.Count(line => line.StartsWith("month,2025-", StringComparison.Ordinal)));
        Assert.Contains("total,,0,20,5 alatt,5 alatt,5 alatt", await Csv("hu"));
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@sum")]
    public async Task A_name_is_never_a_formula(string district)
    {
        await suite.Deliver(InsightSuite.Published(_city, district, InsightSuite.Day(9), null));

        Assert.Contains((await Csv("en")), line => line.StartsWith($"district,'{district},", StringComparison.Ordinal)
            || line.StartsWith($"district,\"'{district}\",", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_a_file_named_after_its_year()
    {
        using var officer = _city.Client("insight:read");

        var response = await officer.GetAsync("/api/insight/overview.csv?from=2025-05-01");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("overview-2025.csv", response.Content.Headers.ContentDisposition?.FileName);
    }

    private async Task<string[]> Csv(string language)
    {
        using var officer = _city.Client("insight:read");
        officer.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var text = await officer.GetStringAsync("/api/insight/overview.csv?from=2025-01-01");
        return text.Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
