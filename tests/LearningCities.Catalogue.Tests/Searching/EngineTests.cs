using LearningCities.Catalogue.Searching;
using LearningCities.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>The whole catalogue on an engine that is a server; and what it does when that has no time, or is away for a while.</summary>
public sealed class EngineTests
{
    private readonly string _prefix = $"test-{Engines.NewCity():n}";

    [Theory]
    [MemberData(nameof(SharedIndexTests.Servers), MemberType = typeof(SharedIndexTests))]
    public async Task What_is_published_is_found_and_what_is_cancelled_no_more(string engine)
    {
        var address = Engines.AddressOf(engine);
        await using var suite = new RunningSuite("catalogue", settings: Settings(address));
        await suite.InitializeAsync();
        var city = suite.NewCity();

        var cancelled = await city.HasActivity(("title", new { hu = "Kerámia" }));
        await city.HasActivity();
        Assert.Equal(["Robotika kezdőknek"], (await city.FindsOf(2, "q=robtika")).Titles);
        await city.Cancels(cancelled);

        Assert.Equal(["Robotika kezdőknek"], (await city.FindsOf(1, "")).Titles);
        Assert.Null((await city.Finds()).Note);
        await Eventually.Holds(async () => await Health(suite) is HealthStatus.Healthy);

        await suite.Restart();
        Assert.Equal(["Robotika kezdőknek"], (await city.Finds("q=robotika")).Titles);
        await RemoveAll(address);
    }

    [Theory]
    [MemberData(nameof(SharedIndexTests.Servers), MemberType = typeof(SharedIndexTests))]
    public async Task It_is_built_anew_by_a_command_also_after_somebody_removed_it(string engine)
    {
        var address = Engines.AddressOf(engine);
        await using var suite = new RunningSuite("catalogue", settings: Settings(address));
        await suite.InitializeAsync();
        var city = await NewCityIn(suite);
        await city.HasActivity();
        await city.FindsOf(1, "");
        await RemoveAll(address);
        using var output = new StringWriter();

        var code = await Jobs.Run(suite.Services, "reindex", new Dictionary<string, string>(), output, CancellationToken.None);

        Assert.Equal(0, code);
        Assert.Contains("Built anew: 1 activities in 1 cities.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, (await city.Finds()).Total);
        await city.HasActivity(("title", new { hu = "Kerámia" }));
        await city.FindsOf(2, ""); // by the feed, which goes on in the new one
        await RemoveAll(address);
    }

    [Theory]
    [MemberData(nameof(SharedIndexTests.Servers), MemberType = typeof(SharedIndexTests))]
    public async Task While_it_is_away_titles_are_searched_and_what_changed_meanwhile_is_found_when_it_is_back(string engine)
    {
        var address = Engines.AddressOf(engine);
        await using var between = await Between.Start(address);
        await using var suite = new RunningSuite("catalogue", settings: Settings(between.Address));
        await suite.InitializeAsync();
        var city = suite.NewCity();
        await city.HasActivity();
        await city.FindsOf(1, "");

        between.Answers = HttpStatusCode.ServiceUnavailable;
        await city.HasActivity(("title", new { hu = "Kerámia" }));
        await Eventually.Holds(async () => await city.Finds("q=kerámia") is { Total: 1, Note: not null });
        Assert.Equal(HealthStatus.Degraded, await Health(suite));

        between.Answers = null;
        await Eventually.Holds(async () => await city.Finds("q=kerámia") is { Total: 1, Note: null });
        Assert.Equal(HealthStatus.Healthy, await Health(suite));
        await RemoveAll(address);
    }

    [Theory]
    [MemberData(nameof(SharedIndexTests.Servers), MemberType = typeof(SharedIndexTests))]
    public async Task What_it_has_no_time_for_is_written_again(string engine)
    {
        var address = Engines.AddressOf(engine);
        await using var between = await Between.Start(address);
        await using var services = Engines.At(between.Address, _prefix);
        var (index, city, some) = (Engines.In(services), Engines.NewCity(), SharedIndexTests.Some(60));
        between.RefusesWrites = 3; // each of them with some of what it was given

        await index.Apply(city, some, CancellationToken.None);

        await Engines.Has(index, city, some.Count);
        Assert.Equal(0, between.RefusesWrites);
        await RemoveAll(address);
    }

    [Fact]
    public async Task Whoever_signs_in_is_let_in_and_nobody_else()
    {
        var address = Engines.AddressOf(Engines.Elasticsearch);
        Assert.SkipUnless(
            address.Contains('@', StringComparison.Ordinal), "SEARCH_ELASTICSEARCH names no user and password: this engine lets everybody in");

        await using var right = Engines.At(address, _prefix);
        await using var wrong = Engines.At(address, _prefix, ("Search:Password", "let-me-in"));
        var (city, some) = (Engines.NewCity(), SharedIndexTests.Some(5));

        await Engines.In(right).Apply(city, some, CancellationToken.None);
        await Engines.Has(Engines.In(right), city, some.Count);

        var refused = await Assert.ThrowsAsync<IndexAwayException>(
            () => Engines.In(wrong).Find(city, new ActivityQuestion { Now = Engines.Now }, CancellationToken.None));
        Assert.Contains("'Search:Password'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'Search:Password'", await Engines.In(wrong).Complaint(CancellationToken.None), StringComparison.Ordinal);
        await Engines.RemoveAll(right, _prefix);
    }

    private string[] Settings(string address) =>
        ["--search=elasticsearch", $"--Search:Prefix={_prefix}", .. Engines.Settings(address).Select(setting => $"--{setting.Key}={setting.Value}")];

    private static async Task<City> NewCityIn(RunningSuite suite)
    {
        var city = suite.NewCity();
        await suite.Deliver(new CityChanged(city.Id, 1, $"city-{city.Id:n}", new LocalizedText("en", "Somewhere"), "Europe/Budapest"));
        return city;
    }

    private static async Task<HealthStatus> Health(RunningSuite suite) => (await suite.Services.GetRequiredService<HealthCheckService>()
        .CheckHealthAsync(check => check.Name == "catalogue-index")).Status;

    private async Task RemoveAll(string address)
    {
        await using var services = Engines.At(address, _prefix);
        await Engines.RemoveAll(services, _prefix);
    }

    /// <summary>Stands between us and the engine, and has no time whenever a test says so.</summary>
    private sealed class Between(WebApplication app, HttpMessageInvoker engine, UriBuilder who) : IAsyncDisposable
    {
        private int _refusesWrites;

        /// <summary>Where it is asked; who signs in there signs in at the engine.</summary>
        public string Address => new UriBuilder(app.Urls.First()) { UserName = who.UserName, Password = who.Password }.Uri.AbsoluteUri;

        /// <summary>What it answers instead of the engine.</summary>
        public HttpStatusCode? Answers { get; set; }

        /// <summary>How many more times it leaves out some of what is to be written.</summary>
        public int RefusesWrites
        {
            get => _refusesWrites;
            set => _refusesWrites = value;
        }

        public static async Task<Between> Start(string address)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var between = new Between(app, new HttpMessageInvoker(new SocketsHttpHandler()), new UriBuilder(address));
            app.Run(http => between.Pass(http, new Uri(address)));
            await app.StartAsync();
            return between;
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
            engine.Dispose();
        }

        private async Task Pass(HttpContext http, Uri address)
        {
            if (Answers is { } status)
            {
                http.Response.StatusCode = (int)status;
                return;
            }

            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var lines = body.ToArray();
            if (http.Request.Path.Value!.EndsWith("/_bulk", StringComparison.Ordinal) && _refusesWrites > 0)
            {
                await Refuse(http, lines, Interlocked.Decrement(ref _refusesWrites));
                return;
            }

            using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(address, http.Request.Path + http.Request.QueryString))
            {
                Content = lines.Length == 0 ? null : new ByteArrayContent(lines),
            };
            request.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
            request.Content?.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
            using var response = await engine.SendAsync(request, CancellationToken.None);
            http.Response.StatusCode = (int)response.StatusCode;
            http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            await response.Content.CopyToAsync(http.Response.Body);
        }

        /// <summary>First the whole of it, with 429; then each piece of it, as engines do whose queue is full.</summary>
        private static async Task Refuse(HttpContext http, byte[] lines, int left)
        {
            if (left == 2)
            {
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                return;
            }

            var pieces = lines.Count(letter => letter == (byte)'\n') / 2;
            await http.Response.WriteAsJsonAsync(new
            {
                errors = true,
                items = Enumerable.Range(0, pieces).Select(_ => new { index = new { status = 429, error = new { type = "es_rejected_execution_exception" } } }),
            });
        }
    }
}
