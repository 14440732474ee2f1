using LearningCities.ServiceDefaults;

namespace LearningCities.Catalogue.Tests.Importing;

public sealed class ImportProgrammesTests(CatalogueSuite suite)
{
    private const string Header =
        "PROGRAM TYPE,PROGRAM,SITE NAME,BOROUGH / COMMUNITY,AGENCY,Contact Number,Grade Level / Age Group ,Location 1,Postcode,Latitude,Longitude,NTA";

    [Fact]
    public async Task A_whole_export_comes_in_once()
    {
        var file = Export();
        Assert.SkipWhen(file is null, "There is no ../shared/data/nyc-dycd-programs.csv. Say where in LEARNING_CITIES_SHARED.");
        var city = await suite.NewCityIn("America/New_York");

        var (first, said) = await Import(city, file);
        var (second, again) = await Import(city, file);

        Assert.Equal((0, 0), (first, second));
        Assert.Contains("1599 rows: 1599 added, 0 changed, 0 as they were, 0 left out", said[^1], StringComparison.Ordinal);
        Assert.Contains("408 without a position in its columns, of these 388 placed by their address and 20 by their area", said[^1], StringComparison.Ordinal);
        Assert.Equal(20, said.Count(line => line.StartsWith("  row ", StringComparison.Ordinal)));
        Assert.Equal(16, said.Count(line => line.EndsWith(" of 1599 rows", StringComparison.Ordinal)));
        Assert.Contains("1599 rows: 0 added, 0 changed, 1599 as they were", again[^1], StringComparison.Ordinal);

        await city.FindsOf(1599, "");
        var english = await city.Finds("q=english literacy&district=brooklyn");
        Assert.NotEmpty(english.Items);
        Assert.All(english.Items, item => Assert.Equal("brooklyn", item.District));
        Assert.Equal(1599, (await city.Finds()).Facets["district"].Sum(count => count.Count));
        Assert.NotEmpty((await city.Finds("near=queens&within=2")).Items);
    }

    [Fact]
    public async Task What_was_stopped_in_the_middle_is_brought_to_its_end()
    {
        var city = await suite.NewCityIn("America/New_York");
        var rows = Enumerable.Range(0, 250).Select(number => Row(site: $"Site {number}")).ToList();
        await Import(city, await File(rows.Take(130)));

        var (_, said) = await Import(city, await File(rows));

        Assert.StartsWith("250 rows: 120 added, 0 changed, 130 as they were", said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_there_twice_is_two_and_a_new_telephone_a_change()
    {
        var city = await suite.NewCityIn("America/New_York");
        var (_, first) = await Import(city, await File([Row(), Row()]));

        var (_, second) = await Import(city, await File([Row(phone: "311"), Row()]));

        Assert.StartsWith("2 rows: 2 added", first[^1], StringComparison.Ordinal);
        Assert.StartsWith("2 rows: 0 added, 1 changed, 1 as they were", second[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_is_read_as_it_was_meant()
    {
        var city = await suite.NewCityIn("America/New_York");
        await Import(city, await File([Row(site: "  P.S.  5 ", phone: "(718) 443-8527 ")]));
        var found = (await city.FindsOf(1, "")).Items.Single();

        using var visitor = city.Anonymous();
        var text = await visitor.GetStringAsync($"/api/catalogue/activities/{found.Id}?city={city.Id}");

        foreach (var part in new[]
        {
            "\"title\":{\"en\":\"Out of School Time: P.S. 5\"}", "\"address\":\"820 HANCOCK STREET, 11233\"", "\"phone\":\"(718) 443-8527\"",
            "\"ages\":{\"from\":5,\"to\":11}", "\"latitude\":40.685", "\"kind\":\"club\"", "\"takesSignUps\":false",
            "\"organisationName\":{\"en\":\"SCO Family of Services\"}",
        })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_programme_is_told_of()
    {
        var city = await suite.NewCityIn("America/New_York");
        await Import(city, await File([Row(site: "One"), Row(site: "Two")]));

        await Eventually.Holds(() => Task.FromResult(suite.EventsOf<ActivityPublished>().All(e => e.City == city.Id).Count == 2));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "is not the department's export")]
    [InlineData("", "is not the department's export")]
    public async Task Another_file_is_refused(string content, string reason)
    {
        var file = Path.GetTempFileName();
        await System.IO.File.WriteAllTextAsync(file, content);

        var (result, said) = await Import(await suite.NewCityIn("America/New_York"), file);

        Assert.Equal(1, result);
        Assert.Contains(reason, said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_and_what_must_be_said()
    {
        Assert.Contains("no file", (await Import(await suite.NewCityIn("Europe/Budapest"), "nothing.csv")).Said[^1], StringComparison.Ordinal);
        Assert.Contains("no city", (await Import(suite.NewCity(), await File([Row()]))).Said[^1], StringComparison.Ordinal);
    }

    private async Task<(int Result, List<string> Said)> Import(City city, string file)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<JobOf>().Single(job => job.Name == "import").Make(scope.ServiceProvider);
        var output = new StringWriter();
        var result = await job.Run(
            new Dictionary<string, string> { ["import"] = file, ["city"] = $"city-{city.Id:n}" }, output, CancellationToken.None);
        return (result, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static string Row(string site = "P.S. 5", string phone = "(718) 443-8527") =>
        $"\"After-School Programs,Summer Program\", Out of School Time ,{site},Brooklyn,SCO Family of Services,{phone},Elementary," +
        "\"820 HANCOCK STREET11233\n(40.68566371434, -73.922649024062)\",11233,40.685695,-73.922463,Stuyvesant Heights   ";

    private static async Task<string> File(IEnumerable<string> rows)
    {
        var file = Path.GetTempFileName();
        await System.IO.File.WriteAllLinesAsync(file, [Header, .. rows]);
        return file;
    }

    /// <summary>It is not part of the project: it lies in a folder beside it, where there is one.</summary>
    private static string? Export()
    {
        var folders = new List<string>();
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            folders.Add(Path.Combine(folder.FullName, "shared"));
        }

        return folders.Prepend(Environment.GetEnvironmentVariable("LEARNING_CITIES_SHARED") ?? "")
            .Select(folder => Path.Combine(folder, "data", "nyc-dycd-programs.csv"))
            .FirstOrDefault(System.IO.File.Exists);
    }
}
