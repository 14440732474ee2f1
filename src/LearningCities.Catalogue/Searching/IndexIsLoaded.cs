using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningCities.Catalogue.Searching;

/// <summary>Nobody is sent here before what they look for can be found.</summary>
internal sealed class IndexIsLoaded(ActivityFeed feed) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(feed.IsLoaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The index is being loaded."));
}
