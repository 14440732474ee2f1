using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>What operators measure of events (names: <c>city.outbox.…</c>, <c>city.inbox.…</c>).</summary>
internal sealed class EventMeter
{
    private readonly Counter<long> _processed;
    private readonly Counter<long> _duplicates;
    private readonly ConcurrentDictionary<string, Backlog> _backlogs = [];

    public EventMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        _processed = meter.CreateCounter<long>("city.inbox.processed_total", description: "Events handled for the first time");
        _duplicates = meter.CreateCounter<long>("city.inbox.duplicates_total", description: "Events that came again and were dropped");
        meter.CreateObservableGauge("city.outbox.pending", () => Each(b => b.OutboxPending), description: "Events on their way");
        meter.CreateObservableGauge("city.outbox.oldest_age_seconds", () => Each(b => b.OldestPendingSeconds), "s", "How long the oldest has waited");
        meter.CreateObservableGauge("city.inbox.parked", () => Each(b => b.Parked), description: "Events put aside for an operator");
    }

    public void Received(string handler, bool isNew) =>
        (isNew ? _processed : _duplicates).Add(1, new KeyValuePair<string, object?>("consumer", handler));

    public void Saw(string module, Backlog backlog) => _backlogs[module] = backlog;

    private IEnumerable<Measurement<double>> Each(Func<Backlog, double> measure) => _backlogs.Select(known =>
        new Measurement<double>(measure(known.Value), new KeyValuePair<string, object?>("module", known.Key)));
}

/// <summary>How much a module has still to tell, and how much it could not be told.</summary>
/// <param name="OutboxPending">Events that a handler or the broker has not had yet.</param>
/// <param name="OldestPendingSeconds">How long the oldest of them has waited, by the database's clock; 0 without any.</param>
/// <param name="Parked">Events put aside: those no handler could deal with, and those the broker would not have.</param>
public sealed record Backlog(long OutboxPending, double OldestPendingSeconds, long Parked);
