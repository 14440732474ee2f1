using LearningCities.Web.Calls;

namespace LearningCities.Web.Pages.Operations;

/// <summary>Asks each module how it does.</summary>
internal sealed class Watch(Api api, Neighbours neighbours, TimeProvider time)
{
    /// <summary>Those that keep tables and speak to each other. Web itself answers by showing the page.</summary>
    public static readonly IReadOnlyList<string> Modules =
        ["identity", "catalogue", "pathways", "badges", "mobility", "notifications", "insight"];

    public Task<ModuleState[]> All(CancellationToken cancellation) => Task.WhenAll(Modules.Select(module => One(module, cancellation)));

    private async Task<ModuleState> One(string module, CancellationToken cancellation)
    {
        var before = time.GetTimestamp();
        var ready = await neighbours.To(module).Ask<Done>(new HttpRequestMessage(HttpMethod.Get, "/health/ready"), cancellation);
        var took = time.GetElapsedTime(before);
        var backlog = await api.Get<Backlog>($"/api/{module}/operations");
        if (backlog.Refusal is { IsSilence: false, Status: 401 or 403 } refused)
        {
            _ = new Answer<Backlog>(null, refused).OrTurn();
        }

        var parked = backlog.Value?.Parked > 0 ? await api.Get<ListOf<ParkedEvent>>($"/api/{module}/operations/parked") : default;
        return new(module, ready.Refusal is null, took.TotalMilliseconds, backlog.Value, parked.Value?.Items ?? []);
    }
}
