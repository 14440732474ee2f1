using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningCities.Catalogue.Searching;

/// <summary>Nobody is sent here before what they look for can be found.</summary>
internal sealed class IndexIsLoaded(ActivityFeed feed, IActivityIndex index) : IHealthCheck
{
    // Without its engine a process finds less, and still serves: taking it out of service would help nobody.
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await index.Complaint(cancellationToken) is { } complaint
            ? HealthCheckResult.Degraded($"{complaint} Activities are found by their titles alone.")
            : feed.IsLoaded ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The index is being loaded.");
}
