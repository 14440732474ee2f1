using LearningCities.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(LearningCities.Gateway.Tests.GatewaySuite))]

namespace LearningCities.Gateway.Tests;

/// <summary>The whole suite behind its edge, with limits that a test reaches. Each test comes from an address of its own.</summary>
public sealed class GatewaySuite() : RunningSuite(
    "all",
    settings:
    [
        "--Edge:AnonymousPerMinute=3", "--Edge:CallerPerMinute=4", "--Edge:PagesPerMinute=5", "--Edge:SignInsPerQuarterHour=2",
        "--Edge:TrustedProxies:0=10.1.0.0/16",
    ]), IAsyncLifetime
{
    private int _addresses;

    /// <summary>The address that somebody comes from, as the proxy on this machine tells it.</summary>
    public string NewAddress()
    {
        var number = Interlocked.Increment(ref _addresses);
        return $"198.18.{number / 256}.{number % 256}";
    }

    /// <summary>Somebody at an address, with no account or with what a token says.</summary>
    public HttpClient From(string address, HttpClient? client = null)
    {
        client ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    /// <summary>A city that an operator made, as an operator does it.</summary>
    public async Task<(City City, string ShortName)> HasCity()
    {
        var job = Services.GetServices<JobOf>().Single(j => j.Name == "create-city");
        await using var scope = Services.CreateAsyncScope();
        using var said = new StringWriter();
        var options = new Dictionary<string, string>
        {
            ["create-city"] = $"Town {Guid.CreateVersion7():n}",
            ["admin"] = $"admin@{Guid.CreateVersion7():n}.example",
        };
        await job.Make(scope.ServiceProvider).Run(options, said, CancellationToken.None);
        var words = said.ToString().Split('\n')[0].Split(' ');
        await Eventually.Holds(async () => // the pages ask for new cities now and then only
        {
            using var stranger = From(NewAddress());
            using var page = await stranger.GetAsync($"/{words[1]}/sign-in");
            return page.StatusCode == HttpStatusCode.OK;
        });
        return (new City(this, Guid.Parse(words[2])), words[1]);
    }
}
