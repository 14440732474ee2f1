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
        // Each part has an index that holds no sent row: those are kept for a week, and would be counted through every time.
        var sql =
            $"""
            SELECT (SELECT count(*) FROM {db.Table<OutboxMessage>()} WHERE state = 0)
                + (SELECT count(DISTINCT seq) FROM {db.Table<OutboxDelivery>()}) AS "Pending",
              (SELECT count(*) FROM {db.Table<OutboxMessage>()} WHERE state = 2)
                + (SELECT count(*) FROM {db.Table<ParkedMessage>()}) AS "Parked"
            """;
        var (count, parked) = await db.Database.SqlQueryRaw<Counts>(sql).SingleAsync(cancellation);
        var age = count == 0 ? 0 : await OldestAge(db, cancellation);
        return new Backlog(count, age, parked);
    }

    private static async Task<double> OldestAge(ModuleDb db, CancellationToken cancellation)
    {
        var pending = db.Set<OutboxMessage>().Where(m => m.State == OutboxState.Pending).Select(m => (DateTimeOffset?)m.OccurredAt);
        var undelivered = db.Set<OutboxDelivery>().Select(d => (DateTimeOffset?)d.Message.OccurredAt);
        var oldest = await pending.Concat(undelivered).MinAsync(cancellation);
        return oldest is null ? 0 : Math.Max(0, (await db.Now(cancellation) - oldest.Value).TotalSeconds);
    }

    private sealed record Counts(long Pending, long Parked);
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
