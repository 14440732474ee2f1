using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningCities.ServiceDefaults.Events;

internal static class Backlogs
{
    public static async Task<Backlog> Read(ModuleDb db, CancellationToken cancellation)
    {
        var pending = db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.State == OutboxState.Pending || m.Deliveries.Count > 0);
        var count = await pending.LongCountAsync(cancellation);
        var oldest = count == 0 ? null : await pending.MinAsync(m => (DateTimeOffset?)m.OccurredAt, cancellation);
        var age = oldest is null ? 0 : Math.Max(0, (await db.Now(cancellation) - oldest.Value).TotalSeconds);
        var parked = await db.Set<ParkedMessage>().LongCountAsync(cancellation)
            + await db.Set<OutboxMessage>().LongCountAsync(m => m.State == OutboxState.Parked, cancellation);
        return new Backlog(count, age, parked);
    }
}

/// <summary>Looks every few seconds how much is waiting, for the metrics.</summary>
internal sealed partial class OutboxGauge<TDb>(
    IServiceScopeFactory scopes, ModuleDatabase<TDb> database, EventMeter meter, ILogger<OutboxGauge<TDb>> log)
    : BackgroundService where TDb : ModuleDb
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TDb>();
                meter.Saw(database.Module, await Backlogs.Read(db, stoppingToken));
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                CannotRead(fault, database.Module);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not count what waits in {Module}; will look again")]
    private partial void CannotRead(Exception fault, string module);
}
