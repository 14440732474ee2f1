using System.Net.Sockets;

namespace LearningCities.Gateway.Tests;

/// <summary>The gateway alone, and behind it modules that answer, or do not.</summary>
public sealed class CircuitsTests
{
    [Fact]
    public async Task Whose_module_is_away_is_told_which_and_when_to_come_back_and_the_rest_works()
    {
        await using var answering = await Backend.Start();
        await using var gateway = await Gateway(answering, ("badges", [Nowhere]));
        using var visitor = new HttpClient(new SocketsHttpHandler()) { BaseAddress = gateway.Address };

        using var away = await visitor.GetAsync("/api/badges/awards");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.InRange(away.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Equal("module-away", await away.ProblemCode());
        Assert.Contains("'badges'", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/catalogue/activities")).StatusCode);
    }

    [Fact]
    public async Task A_module_that_keeps_failing_is_left_alone_for_a_while()
    {
        using var breaking = Breaking.Start();
        await using var answering = await Backend.Start();
        await using var gateway = await Gateway(answering, ("badges", [breaking.Address]));
        using var visitor = new HttpClient(new SocketsHttpHandler()) { BaseAddress = gateway.Address };

        for (var i = 0; i < 200; i++)
        {
            using var refused = await visitor.GetAsync("/api/badges/awards");
            Assert.Equal("module-away", await refused.ProblemCode());
        }

        Assert.InRange(breaking.Connections, 1, 100); // the client itself tries a few times for each request
    }

    [Fact]
    public async Task Another_replica_is_asked_what_may_be_asked_twice_and_nothing_else()
    {
        using var breaking = Breaking.Start();
        await using var answering = await Backend.Start();
        await using var gateway = await Gateway(answering, ("badges", [breaking.Address, answering.Address]));
        using var visitor = new HttpClient(new SocketsHttpHandler()) { BaseAddress = gateway.Address };

        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/badges/awards")).StatusCode);
        }

        var done = 0;
        for (var i = 0; i < 20; i++)
        {
            using var written = await visitor.PostAsync("/api/badges/awards", new StringContent("{}"));
            done += written.StatusCode is HttpStatusCode.OK ? 1 : 0;
        }

        Assert.Equal(done, answering.Posts);
    }

    [Theory]
    [InlineData("en", "This page is not there right now", "Try again")]
    [InlineData("hu", "Ez az oldal most nem érhető el", "Próbáld újra")]
    public async Task Who_reads_pages_is_told_by_a_page(string language, string title, string again)
    {
        await using var answering = await Backend.Start();
        await using var gateway = await Gateway(answering, ("web", [Nowhere]));
        using var visitor = new HttpClient(new SocketsHttpHandler()) { BaseAddress = gateway.Address };
        visitor.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var page = await visitor.GetAsync("/szeged/discover?q=%22%3E%3Cb%3E");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Contains("style-src 'sha256-", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
        Assert.Contains($">{again}</a>", html, StringComparison.Ordinal);
        Assert.Contains("""href="/szeged/discover?q=%22%3E%3Cb%3E""", html, StringComparison.Ordinal);
    }

    private const string Nowhere = "http://127.0.0.1:1";

    private static async Task<RunningSuite> Gateway(Backend answering, params (string Module, string[] Addresses)[] others)
    {
        var settings = Host.Suite.Targets.Where(target => target != "gateway")
            .Select(module => (Module: module, Addresses: others.FirstOrDefault(other => other.Module == module).Addresses ?? [answering.Address]))
            .SelectMany(module => module.Addresses.Select((address, i) => $"--services:{module.Module}:http:{i}={address}"));
        var gateway = new RunningSuite("gateway", settings: [.. settings, "--Clients:gateway=secret", "--Edge:AnonymousPerMinute=10000"]);
        await gateway.InitializeAsync();
        return gateway;
    }

    /// <summary>Takes connections and drops them.</summary>
    private sealed class Breaking : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _connections;

        public string Address => $"http://{_listener.LocalEndpoint}";

        public int Connections => _connections;

        public static Breaking Start()
        {
            var breaking = new Breaking();
            breaking._listener.Start();
            _ = breaking.Drop();
            return breaking;
        }

        public void Dispose() => _listener.Dispose();

        private async Task Drop()
        {
            try
            {
                while (true)
                {
                    using var connection = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _connections);
                }
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
