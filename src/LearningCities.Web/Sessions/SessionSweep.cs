using Microsoft.Extensions.Logging;

namespace LearningCities.Web.Sessions;

/// <summary>Removes sessions that are over. They work no more; this only keeps the table small.</summary>
internal sealed partial class SessionSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionSweep> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Sweep(stoppingToken);
        }
    }

    private async Task Sweep(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WebDb>();
            var (idle, oldest) = (clock.GetUtcNow() - Session.Idle, clock.GetUtcNow() - Session.Longest);
            var over = await db.Sessions.Where(s => s.SeenAt < idle || s.BegunAt < oldest).Take(1000).ToListAsync(cancellation);
            db.Sessions.RemoveRange(over);
            await db.Commit(TypedResults.Ok(over.Count), cancellation);
        }
        catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException)
        {
            LogLater(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not remove sessions that are over; will try again in an hour")]
    private partial void LogLater(Exception why);
}
