using System.Net.Http.Json;
using System.Text.Json;
using LearningCities.Web.Calls;

namespace LearningCities.Web.Pages.Operations;

/// <summary>Asks each part of the suite how it does.</summary>
internal sealed class Watch(Api api, Neighbours neighbours, TimeProvider time)
{
    /// <summary>Those that keep tables and speak to each other.</summary>
    public static readonly IReadOnlyList<string> Modules =
        ["identity", "catalogue", "pathways", "badges", "mobility", "notifications", "insight"];

    private static readonly IReadOnlyList<string> All = [.. Modules, "web", "gateway"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task<ModuleState[]> Look(CancellationToken cancellation) => Task.WhenAll(All.Select(module => One(module, cancellation)));

    private async Task<ModuleState> One(string module, CancellationToken cancellation)
    {
        var before = time.GetTimestamp();
        var health = await HealthOf(module, cancellation);
        var took = time.GetElapsedTime(before);
        var process = health is null ? default : await api.Get<ProcessState>($"/api/{module}/operations/process");
        if (!Modules.Contains(module))
        {
            return new(module, IsReady(health), took.TotalMilliseconds, PartsOf(health), process.Value, null, []);
        }

        var backlog = await api.Get<Backlog>($"/api/{module}/operations");
        if (backlog.Refusal is { IsSilence: false, Status: 401 or 403 } refused)
        {
            _ = new Answer<Backlog>(null, refused).OrTurn();
        }

        var parked = backlog.Value?.Parked > 0 ? await api.Get<ListOf<ParkedEvent>>($"/api/{module}/operations/parked") : default;
        return new(module, IsReady(health), took.TotalMilliseconds, PartsOf(health), process.Value, backlog.Value, parked.Value?.Items ?? []);
    }

    /// <summary>What the process says, also where it says that it is not well.</summary>
    private async Task<Health?> HealthOf(string module, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await neighbours.To(module).GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
            return await answer.Content.ReadFromJsonAsync<Health>(JsonSerializerOptions.Web, patience.Token);
        }
        catch (Exception e) when (Asking.IsSilence(e) && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static bool IsReady(Health? health) => health is { Status: "Healthy" or "Degraded" };

    private static Dictionary<string, HealthPart> PartsOf(Health? health) => health?.Parts ?? [];

    private sealed record Health(string Status, Dictionary<string, HealthPart> Parts);
}
