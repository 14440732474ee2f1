using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>
/// Clears what has served its time, by the database's clock: sent events after 7 days (so long a restored module can be told
/// again), inbox rows after 30 (longer than any event can come back), kept answers after 7.
/// </summary>
internal sealed partial class Sweeper<TDb>(
    IServiceScopeFactory scopes, ModuleDatabase<TDb> database, ILogger<Sweeper<TDb>> log)
    : BackgroundService where TDb : ModuleDb
{
    private const int AtOnce = 2_000; // short transactions: others write, too

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Sweep(stoppingToken) >= AtOnce)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                CannotSweep(fault, database.Module);
            }
        }
    }

    internal async Task<int> Sweep(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var now = await db.Now(stopping);
        var (weekAgo, monthAgo) = (now.AddDays(-7), now.AddDays(-30));
        var swept = 0;
        await db.InTransaction(
            async () =>
            {
                var sent = db.Set<OutboxMessage>()
                    .Where(m => m.State == OutboxState.Sent && m.OccurredAt < weekAgo && m.Deliveries.Count == 0)
                    .OrderBy(m => m.Seq).Take(AtOnce).Select(m => m.Seq);
                swept = await db.Set<OutboxMessage>().Where(m => sent.Contains(m.Seq)).ExecuteDeleteAsync(stopping);
                await db.Set<InboxMessage>().Where(m => m.ReceivedAt < monthAgo).ExecuteDeleteAsync(stopping);
                await db.Set<IdempotencyKey>().Where(k => k.CreatedAt < weekAgo).ExecuteDeleteAsync(stopping);
            },
            stopping);
        return swept;
    }

    [LoggerMessage(LogLevel.Warning, "Could not clear old rows of {Module}; will try again")]
    private partial void CannotSweep(Exception fault, string module);
}
