using LearningCities.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;

namespace LearningCities.Benchmarks;

internal sealed class EdgeBenchmark : IBenchmark
{
    private const int Connections = 32;

    public string Name => "edge";

    public string What => "the gateway with authentication, limits and tracing, against bare YARP; 1 kB, 32 connections, all in this process";

    public async Task Run(int size, Report report)
    {
        await using var backend = await Serve(app => app.MapGet("/{**rest}", () => Results.Text(new string('x', 1000), "application/json")));
        var away = Host.Suite.Targets.Where(target => target != "gateway")
            .Select(module => $"--services:{module}:http:0={backend.Urls.First()}");
        await using var gateway = new RunningSuite("gateway", settings:
            [.. away, "--Edge:AnonymousPerMinute=1000000", "--Clients:gateway=benchmark"]);
        await gateway.InitializeAsync();
        await using var bare = await Serve(app => app.MapReverseProxy(), services => services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "all", Match = new() { Path = "/{**rest}" } }],
            [new ClusterConfig { ClusterId = "all", Destinations = new Dictionary<string, DestinationConfig> { ["0"] = new() { Address = backend.Urls.First() } } }]));

        var (ours, theirs) = await Rate.Of(
            Rate.Of(Connections, whileTime => Load.Get(gateway.Address, "/api/catalogue/activities", whileTime)),
            Rate.Of(Connections, whileTime => Load.Get(new Uri(bare.Urls.First()), "/api/catalogue/activities", whileTime)));
        report.Rates("edge", ours, theirs, goal: 0.8);
    }

    private static async Task<WebApplication> Serve(Action<WebApplication> map, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        add?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}
