using Microsoft.AspNetCore.Builder;

namespace LearningCities.Testing;

/// <summary>A process of the suite beside a <see cref="RunningSuite"/>, on its tables.</summary>
public sealed class Replica(WebApplication app) : IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.First());

    /// <summary>Where these modules are, as another process is told it.</summary>
    public string[] Serves(params string[] modules) => SettingsOf(Address, modules);

    public static string[] SettingsOf(Uri address, params string[] modules) =>
        [.. modules.Select(module => $"--services:{module}:http:0={address}")];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
