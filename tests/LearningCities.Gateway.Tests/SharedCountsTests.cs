using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Gateway.Tests;

/// <summary>Two gateways that know nothing of each other but Identity, which counts for both.</summary>
public sealed class SharedCountsTests : IAsyncLifetime
{
    private const string Cities = "/api/identity/cities";

    private readonly RunningSuite _identity = new("identity", settings: ["--Clients:gateway=a-secret-of-the-gateways", "--Clients:web=w", "--Clients:notifications=n"]);
    private readonly List<RunningSuite> _gateways = [];
    private Backend _others = null!;

    public async ValueTask InitializeAsync()
    {
        await _identity.InitializeAsync();
        _others = await Backend.Start();
        var away = Host.Suite.Targets.Where(target => target != "gateway").Select(module =>
            $"--services:{module}:http:0={(module == "identity" ? _identity.Address : _others.Address)}");
        for (var i = 0; i < 2; i++)
        {
            _gateways.Add(new RunningSuite("gateway", settings:
            [
                .. away, "--Clients:gateway=a-secret-of-the-gateways", "--Edge:AnonymousPerMinute=3", "--Edge:SignInsPerQuarterHour=2",
            ]));
            await _gateways[i].InitializeAsync();
        }
    }

    [Fact]
    public async Task What_was_taken_at_one_gateway_is_gone_at_the_other()
    {
        const string address = "198.18.9.1";
        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(HttpStatusCode.OK, await Asks(0, address));
        }

        await CountsWithOthers(0);
        Assert.Equal(HttpStatusCode.OK, await Asks(1, address)); // she is new here, and nobody waits for a sum
        await CountsWithOthers(1);

        Assert.Equal(HttpStatusCode.TooManyRequests, await Asks(1, address));
        Assert.Equal(HttpStatusCode.OK, await Asks(1, "198.18.9.2"));
    }

    [Fact]
    public async Task Guesses_at_passwords_are_counted_together_before_they_are_tried()
    {
        const string address = "198.18.9.3";

        HttpStatusCode[] guesses = [await Guesses(0, address), await Guesses(1, address), await Guesses(0, address), await Guesses(1, address)];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], guesses);
    }

    [Fact]
    public async Task Of_many_at_one_moment_at_both_no_more_get_through()
    {
        const string address = "198.18.9.4";

        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => Guesses(guess % 2, address)));

        Assert.InRange(guesses.Count(guess => guess is HttpStatusCode.OK), 1, 2);
    }

    [Fact]
    public async Task Nobody_else_counts_there_and_no_address_is_told()
    {
        using var stranger = new HttpClient(new SocketsHttpHandler()) { BaseAddress = _identity.Address };
        using var manager = _identity.NewCity().Client("identity:manage");
        var taken = new { taken = new[] { new { who = "sign-in x", count = 1, seconds = 60 } } };

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync("/api/identity/limits", taken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsJsonAsync("/api/identity/limits", taken)).StatusCode);
        _ = await Guesses(0, "198.18.9.5");
        var rows = await _identity.RowsOf(Guid.AllBitsSet, "identity");
        Assert.Contains(rows, row => row.StartsWith("identity.taken: ", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("198.18", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways)
        {
            await gateway.DisposeAsync();
        }

        await _others.DisposeAsync();
        await _identity.DisposeAsync();
    }

    private Task CountsWithOthers(int gateway) =>
        _gateways[gateway].Services.GetRequiredService<SharedCounts>().Exchange(TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> Asks(int gateway, string address)
    {
        using var visitor = From(gateway, address);
        using var answer = await visitor.GetAsync(Cities);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> Guesses(int gateway, string address)
    {
        using var guesser = From(gateway, address);
        using var form = new FormUrlEncodedContent([]);
        using var answer = await guesser.PostAsync("/szeged/sign-in", form);
        return answer.StatusCode;
    }

    private HttpClient From(int gateway, string address)
    {
        var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = _gateways[gateway].Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}
