using LearningCities.ServiceDefaults.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>
/// Takes a module's events from its outbox to the broker. One replica leads each lane, by an advisory lock that ends with the
/// connection; rows are read in order, published without an open transaction, and marked once the broker has confirmed them.
/// A crash in between sends them twice, and the inboxes drop the second.
/// </summary>
internal sealed partial class Relay<TDb>(
    string connectionString,
    IServiceScopeFactory scopes,
    ModuleDatabase<TDb> database,
    Broker broker,
    ILogger<Relay<TDb>> log)
    : BackgroundService where TDb : ModuleDb
{
    private const int Batch = 500;

    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var locks = new LaneLocks(connectionString, database.Module);
        await Task.WhenAll(Enumerable.Range(0, Lanes.Count).Select(lane => Lead((short)lane, locks, stoppingToken)));
    }

    private async Task Lead(short lane, LaneLocks locks, CancellationToken stopping)
    {
        var pause = Shortest;
        while (!stopping.IsCancellationRequested)
        {
            var ring = database.Bell.NextRing; // before looking, or a ring in between goes unheard
            var wait = Idle;
            try
            {
                if (await locks.Holds(lane, stopping))
                {
                    wait = await Send(lane, stopping) switch { Batch => TimeSpan.Zero, > 0 => Busy, _ => Idle };
                }

                pause = Shortest;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                CannotSend(fault, lane, database.Module);
                (wait, pause) = (Jittered(pause), pause < Longest ? pause * 2 : Longest);
                ring = Task.Delay(Timeout.Infinite, stopping); // more work does not mend what is broken
            }

            await Task.WhenAny(ring, Task.Delay(wait, stopping));
        }
    }

    /// <returns>How many rows were dealt with.</returns>
    private async Task<int> Send(short lane, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var due = await OutboxLane.Due(db, lane, Batch, stopping);
        var outcomes = await Task.WhenAll(due.Select(message => broker.Publish(message, database.Module, stopping)));

        var sent = due.Where((_, i) => outcomes[i].Outcome is Outcome.Confirmed).Select(m => m.Seq).ToArray();
        await OutboxLane.MarkSent(db, sent, stopping);
        foreach (var (message, refused) in due.Zip(outcomes).Where(o => o.Second.Outcome is Outcome.Refused))
        {
            Refused(refused.Fault!, message.Id, message.Type);
            await OutboxLane.MarkRefused(db, message.Seq, refused.Fault!, stopping);
        }

        return outcomes.FirstOrDefault(o => o.Outcome is Outcome.Unknown).Fault is { } trouble
            ? throw new BrokerAwayException(trouble)
            : due.Count;
    }

    private static TimeSpan Jittered(TimeSpan pause) => pause * (0.5 + Random.Shared.NextDouble());

    [LoggerMessage(LogLevel.Warning, "Lane {Lane} of {Module} cannot send now; will try again until it can")]
    private partial void CannotSend(Exception fault, short lane, string module);

    [LoggerMessage(LogLevel.Error, "The broker would not have {Message} ({Type}); will try again, and park it after ten times")]
    private partial void Refused(Exception fault, Guid message, string type);
}

/// <summary>The broker does not answer, or not in time. Nothing is lost: what was not confirmed is sent again.</summary>
internal sealed class BrokerAwayException(Exception inner) : Exception("The broker does not confirm.", inner);
