using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningCities.Gateway.Tests;

/// <summary>A module that answers everything, and counts what it was asked.</summary>
internal sealed class Backend(WebApplication app) : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Method, string Path)> _asked = [];

    public string Address => app.Urls.First();

    public int Posts => _asked.Count(one => HttpMethods.IsPost(one.Method));

    public int Asked(string path) => _asked.Count(one => one.Path == path);

    public static async Task<Backend> Start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var backend = new Backend(builder.Build());
        backend.Map();
        await backend.Listen();
        return backend;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map() => app.Map("/{**rest}", (HttpContext http) =>
    {
        _asked.Enqueue((http.Request.Method, http.Request.Path));
        return Results.Text("{}", "application/json");
    });

    private Task Listen() => app.StartAsync();
}
