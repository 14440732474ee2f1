using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LearningCities.Contracts;
using LearningCities.Contracts.Identity;
using LearningCities.ServiceDefaults;
using LearningCities.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningCities.Benchmarks.Search;

/// <summary>
/// The suite in one process, asked for pages of twenty activities with counts, as the front page asks: beside bare Kestrel that
/// sends the same bytes, and beside Elasticsearch where SEARCH_ELASTICSEARCH names one. Then: how late what is published is found.
/// </summary>
internal sealed class HttpBenchmark : IBenchmark
{
    private const int Connections = 32, Readers = 20, Published = 200;

    public string Name => "http";

    public string What => $"the suite's API over HTTP, {Connections} connections, twenty hits with counts, against bare Kestrel and Elasticsearch (SEARCH_ELASTICSEARCH); found after how long with {Readers} readers";

    public async Task Run(int size, Report report)
    {
        var programmes = new Programmes(size);
        await using var suite = new RunningSuite(settings: ["--Edge:AnonymousPerMinute=1000000"]);
        await suite.InitializeAsync();
        var city = suite.NewCity();
        await suite.Deliver(new CityChanged(city.Id, 1, "benchmark", new LocalizedText("en", "Benchmark"), "America/New_York"));
        await Fill(suite, city, programmes);

        var questions = programmes.Questions(1000);
        var paths = questions.Select(asked => PathOf(city, asked)).ToArray();
        var size20 = await Look(city, paths);
        await using var bare = await Kestrel(size20);
        var ours = Rate.Of(Connections, While(suite.Address, [.. paths.Select(path => Load.Request(suite.Address, path))]));
        await ours(TimeSpan.FromSeconds(10)); // until all is compiled
        var (asked, kestrel) = await Rate.Of(ours, Rate.Of(Connections, While(new Uri(bare.Urls.First()), [Load.Request(new Uri(bare.Urls.First()), "/")])));
        report.Rates("http-kestrel", asked, kestrel, 0.45);
        if (Environment.GetEnvironmentVariable("SEARCH_ELASTICSEARCH") is { Length: > 0 } server)
        {
            var elasticsearch = new ElasticsearchOverHttp(new Uri(server));
            Report.Progress("  Elasticsearch: filling");
            await elasticsearch.Fill(programmes);
            var (mine, theirs) = await Rate.Of(ours, Rate.Of(Connections, While(new Uri(server), [.. questions.Select(elasticsearch.Request)])));
            report.Rates("http-elasticsearch", mine, theirs, 1);
        }

        report.Costs("http-found", await Found(suite, city, paths), 1000, 1);
    }

    private static async Task Fill(RunningSuite suite, City city, Programmes programmes)
    {
        var file = Path.GetTempFileName();
        var begun = Stopwatch.GetTimestamp();
        programmes.WriteTo(file);
        var arguments = new Dictionary<string, string> { ["import"] = file, ["city"] = city.Id.ToString() };
        using var said = new StringWriter();
        if (await Jobs.Run(suite.Services, "import", arguments, said, CancellationToken.None) != 0)
        {
            throw new InvalidOperationException(said.ToString());
        }

        File.Delete(file);
        using var visitor = city.Anonymous();
        await Eventually.Holds(async () => (await Answer(visitor, PathOf(city, new("")))).GetProperty("total").GetInt32() == programmes.Size, TimeSpan.FromMinutes(5));
        await Eventually.Holds(suite.HasNothingOnItsWay, TimeSpan.FromMinutes(10)); // or the other modules still hear of what is imported
        Report.Progress($"  {programmes.Size:N0} activities are imported, found and told after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");
    }

    private static string PathOf(City city, Programmes.Asking asked) =>
        $"/api/catalogue/activities?city={city.Id}"
        + (asked.Text.Length > 0 ? $"&q={Uri.EscapeDataString(asked.Text)}" : "")
        + (asked.Near is { } near ? $"&near={near}&within=10" : "")
        + (asked.Kind is { } kind ? $"&kind={kind}" : "");

    /// <summary>An answer of usual length, for Kestrel to say; how many things are found is told beside.</summary>
    private static async Task<string> Look(City city, string[] paths)
    {
        using var visitor = city.Anonymous();
        var answers = new List<string>();
        foreach (var path in paths.Take(200))
        {
            answers.Add(await visitor.GetStringAsync(path));
        }

        var found = answers.Select(answer => JsonDocument.Parse(answer).RootElement.GetProperty("total").GetInt32()).Order().ToList();
        var usual = answers.OrderBy(answer => answer.Length).ElementAt(answers.Count / 2);
        Report.Progress($"  an answer has {usual.Length:N0} bytes; found: median {found[found.Count / 2]:N0}, at most {found[^1]:N0}");
        return usual;
    }

    private static Func<Func<bool>, Task<long>> While(Uri server, byte[][] requests)
    {
        var turn = 0;
        return whileTime => Load.Ask(server, () => requests[(uint)Interlocked.Increment(ref turn) % requests.Length], whileTime);
    }

    private static async Task<WebApplication> Kestrel(string answer)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => Results.Text(answer, "application/json"));
        await app.StartAsync();
        return app;
    }

    /// <summary>Readers ask without pause; one after another, activities are published. Milliseconds from the answer until found, p99.</summary>
    private static async Task<double> Found(RunningSuite suite, City city, string[] paths)
    {
        var over = false;
        var requests = paths.Select(path => Load.Request(suite.Address, path)).ToArray();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => While(suite.Address, requests)(() => !Volatile.Read(ref over)))).ToList();
        using var staff = city.Client("catalogue:publish");
        using var visitor = city.Anonymous();
        var took = new List<double>();
        for (var i = 0; i < Published; i++)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"xylo{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}q");
            var made = await staff.Create("/api/catalogue/activities", Activity(city, word));
            var published = Stopwatch.GetTimestamp();
            made.EnsureSuccessStatusCode();
            while (!(await Answer(visitor, PathOf(city, new(word)))).GetProperty("items").EnumerateArray().Any(item => item.GetProperty("title").GetProperty("en").GetString() == word))
            {
                await Task.Delay(5);
            }

            took.Add(Stopwatch.GetElapsedTime(published).TotalMilliseconds);
        }

        Volatile.Write(ref over, true);
        var read = (await Task.WhenAll(readers)).Sum();
        took.Sort();
        Report.Progress($"  found after {took[took.Count / 2]:0} ms, p99 {took[(int)(0.99 * (took.Count - 1))]:0} ms, at most {took[^1]:0} ms, beside {read:N0} answers to {Readers} readers");
        return took[(int)(0.99 * (took.Count - 1))];
    }

    private static object Activity(City city, string title) => new
    {
        organisationId = city.Organisation,
        title = new { en = title },
        kind = "workshop",
        mode = "online",
        startsAt = TimeProvider.System.GetUtcNow().AddDays(2),
        endsAt = TimeProvider.System.GetUtcNow().AddDays(2.1),
        languages = new[] { "en" },
        price = new { amount = 0, currency = "USD" },
        skills = Array.Empty<string>(),
        access = Array.Empty<string>(),
    };

    private static async Task<JsonElement> Answer(HttpClient visitor, string path) => await visitor.GetFromJsonAsync<JsonElement>(path);
}
