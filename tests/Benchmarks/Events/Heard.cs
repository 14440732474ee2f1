using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LearningCities.ServiceDefaults.Events;
using LearningCities.Testing;

namespace LearningCities.Benchmarks.Events;

/// <summary>When each event arrived at its handler, and how long it had been under way.</summary>
internal sealed class Heard
{
    private readonly ConcurrentQueue<(long At, long Written)> _arrived = [];
    private int _written;

    /// <summary>How many arrived in a second, from the first to the last.</summary>
    public double Rate => (_arrived.Count - 1) / Stopwatch.GetElapsedTime(_arrived.Min(a => a.At), _arrived.Max(a => a.At)).TotalSeconds;

    public void Written() => Interlocked.Increment(ref _written);

    public void Arrived(string written) =>
        _arrived.Enqueue((Stopwatch.GetTimestamp(), long.TryParse(written, CultureInfo.InvariantCulture, out var at) ? at : 0));

    public double Latency(double share) => _arrived
        .Select(a => Stopwatch.GetElapsedTime(a.Written, a.At).TotalMilliseconds).Order().ElementAt((int)(share * (_arrived.Count - 1)));

    public Task All(int? wanted = null) =>
        Eventually.Holds(() => Task.FromResult(_arrived.Count >= (wanted ?? _written)), TimeSpan.FromMinutes(5));

    public void Clear()
    {
        _arrived.Clear();
        _written = 0;
    }
}

/// <summary>A handler as any: it saves something of its own, in the transaction of its inbox.</summary>
internal sealed class HearEntryWritten(LedgerDb db, Heard heard) : IEventHandler<EntryWritten>
{
    public Task Handle(EntryWritten happened, CancellationToken cancellation)
    {
        db.Add(new Entry(Guid.CreateVersion7(), happened.City, "heard"));
        heard.Arrived(happened.Text);
        return Task.CompletedTask;
    }
}
