using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;

namespace LearningCities.Benchmarks;

/// <summary>What this program serves when it is started as a peer of its own measurements: <c>--serve backend</c>, <c>--serve yarp ADDRESS</c>.</summary>
internal static class Peers
{
    public static async Task<int> Serve(string[] what)
    {
        await using var app = what switch
        {
            ["backend"] => Backend(),
            ["yarp", var behind] => Yarp(behind),
            _ => throw new ArgumentException($"Nobody knows how to serve '{string.Join(' ', what)}'."),
        };
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"Ready: {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>A kilobyte of JSON, whatever is asked for.</summary>
    private static WebApplication Backend()
    {
        var json = new byte[1000];
        json.AsSpan().Fill((byte)'x');
        var app = New(_ => { });
        app.Run(async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = json.Length;
            await http.Response.Body.WriteAsync(json);
        });
        return app;
    }

    private static WebApplication Yarp(string behind)
    {
        var app = New(services => services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "all", Match = new() { Path = "/{**rest}" } }],
            [new ClusterConfig { ClusterId = "all", Destinations = new Dictionary<string, DestinationConfig> { ["0"] = new() { Address = behind } } }]));
        app.MapReverseProxy();
        return app;
    }

    private static WebApplication New(Action<IServiceCollection> add)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        add(builder.Services);
        return builder.Build();
    }
}
