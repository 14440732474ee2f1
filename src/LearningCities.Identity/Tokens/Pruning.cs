using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace LearningCities.Identity.Tokens;

/// <summary>
/// Throws away refresh tokens and sessions that are over, and what was counted of limits that are. Used tokens stay a while: by
/// them theft is found out.
/// </summary>
internal sealed partial class Pruning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Pruning> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - Kept;
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stoppingToken);
                await PruneLimits(scope.ServiceProvider.GetRequiredService<IdentityDb>(), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                CannotPrune(fault);
            }
        }
    }

    private static async Task PruneLimits(IdentityDb db, CancellationToken stopping)
    {
        var now = (await db.Now(stopping)).ToUnixTimeSeconds();
        await db.InTransaction(() => db.Taken.Where(taken => taken.EndsAt < now).ExecuteDeleteAsync(stopping), stopping);
    }

    [LoggerMessage(LogLevel.Error, "Could not throw away old sessions; will try again in an hour")]
    private partial void CannotPrune(Exception fault);
}
