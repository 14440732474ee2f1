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

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // Between two looks: what comes in the meantime goes together. Whoever comes after a silence does not wait for it.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly Bell[] _due = [.. Enumerable.Range(0, Lanes.Count).Select(_ => new Bell())];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var locks = new LaneLocks(connectionString, database.Module, await Table());
        await Task.WhenAll(
            Enumerable.Range(0, Lanes.Count).Select(lane => Lead((short)lane, locks, stoppingToken)).Prepend(Watch(locks, stoppingToken)));
    }

    /// <summary>Looks for all lanes at once, so that a module that has nothing to send costs one small question a second.</summary>
    private async Task Watch(LaneLocks locks, CancellationToken stopping)
    {
        var (pause, ring) = (Shortest, Task.CompletedTask);
        while (!stopping.IsCancellationRequested)
        {
            var news = ring.IsCompleted;
            ring = database.Bell.NextRing; // before looking, or a ring in between goes unheard
            try
            {
                foreach (var lane in await locks.Due(news, stopping))
                {
                    _due[lane].Ring();
                }

                await Task.Delay(Breath, stopping);
                await locks.Wait(ring, Idle, stopping);
                pause = Shortest;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                CannotLead(fault, database.Module);
                await Task.Delay(Jittered(pause), stopping);
                pause = Longer(pause);
            }
        }
    }

    private async Task Lead(short lane, LaneLocks locks, CancellationToken stopping)
    {
        var pause = Shortest;
        while (!stopping.IsCancellationRequested)
        {
            var ring = _due[lane].NextRing; // before looking, or a ring in between goes unheard
            try
            {
                while (locks.Holds(lane) && await Send(lane, stopping) == Batch)
                {
                }

                pause = Shortest;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                CannotSend(fault, lane, database.Module);
                await Task.Delay(Jittered(pause), stopping); // more work does not mend what is broken
                pause = Longer(pause);
            }

            await ring.WaitAsync(stopping);
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

    private async Task<string> Table()
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<TDb>().Table<OutboxMessage>();
    }

    private static TimeSpan Longer(TimeSpan pause) => pause < Longest ? pause * 2 : Longest;

    private static TimeSpan Jittered(TimeSpan pause) => pause * (0.5 + Random.Shared.NextDouble());

    [LoggerMessage(LogLevel.Warning, "The relay of {Module} has lost its connection; others may send until it has another")]
    private partial void CannotLead(Exception fault, string module);

    [LoggerMessage(LogLevel.Warning, "Lane {Lane} of {Module} cannot send now; will try again until it can")]
    private partial void CannotSend(Exception fault, short lane, string module);

    [LoggerMessage(LogLevel.Error, "The broker would not have {Message} ({Type}); will try again, and park it after ten times")]
    private partial void Refused(Exception fault, Guid message, string type);
}

/// <summary>The broker does not answer, or not in time. Nothing is lost: what was not confirmed is sent again.</summary>
internal sealed class BrokerAwayException(Exception inner) : Exception("The broker does not confirm.", inner);
