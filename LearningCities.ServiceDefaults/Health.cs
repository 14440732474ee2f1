using LearningCities.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// <c>/health/live</c>: the process. <c>/health/ready</c>: every module here has its database, migrations and index (not the
/// broker: with an outbox a module serves without it). <c>/health/startup</c>: the same, for who waits for the first time.
/// </summary>
public static class Health
{
    /// <summary>The tag of checks without which a process does not take requests.</summary>
    public const string Ready = "ready";

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        foreach (var address in new[] { "/health/ready", "/health/startup" })
        {
            app.MapHealthChecks(address, new HealthCheckOptions
            {
                Predicate = check => check.Tags.Contains(Ready),
                ResponseWriter = Write,
            }).AllowAnonymous();
        }
    }

    private static Task Write(HttpContext http, HealthReport report)
    {
        if (report.Status is HealthStatus.Unhealthy)
        {
            http.Response.Headers.RetryAfter = "5";
        }

        return http.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            parts = report.Entries.ToDictionary(
                part => part.Key,
                part => new { status = part.Value.Status.ToString(), why = part.Value.Description }),
        });
    }
}

/// <summary>A module is ready when its database answers and has the tables that this version needs.</summary>
internal sealed class ModuleHealth<TDb>(TDb db) : IHealthCheck where TDb : ModuleDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{pending} migrations are pending. Run --migrate.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", fault);
        }
    }
}
