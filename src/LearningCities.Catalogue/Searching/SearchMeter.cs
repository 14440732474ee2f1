using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LearningCities.Catalogue.Searching;

/// <summary>How large an index is.</summary>
/// <param name="Bytes">About how much room it takes, in memory or on the engine's disk.</param>
internal readonly record struct IndexSize(int Activities, long Bytes);

/// <summary>What operators measure of search (names: <c>city.search.…</c>).</summary>
internal sealed class SearchMeter
{
    private readonly Counter<long> _failures;
    private readonly Counter<long> _withoutIndex;
    private readonly ConcurrentDictionary<Guid, IndexSize> _sizes = [];
    private long _upToDate = Stopwatch.GetTimestamp();

    public SearchMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        _failures = meter.CreateCounter<long>("city.search.failures_total", description: "Requests that the search engine did not answer");
        _withoutIndex = meter.CreateCounter<long>("city.search.by_title_total", description: "Searches that were answered from the table, by title");
        meter.CreateObservableGauge("city.search.lag_seconds", () => Lag.TotalSeconds, "s", "How long ago the index had all that the table had");
        meter.CreateObservableGauge(
            "city.search.activities", () => _sizes.Values.Sum(size => (long)size.Activities), description: "Activities in the index");
        meter.CreateObservableGauge("city.search.bytes", () => _sizes.Values.Sum(size => size.Bytes), "By", "How much room the index takes");
    }

    /// <summary>How large it all was when it was last measured.</summary>
    public IndexSize Size => new(_sizes.Values.Sum(size => size.Activities), _sizes.Values.Sum(size => size.Bytes));

    /// <summary>When it was last kept for the next process; null where it was not yet.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    public TimeSpan Lag => Stopwatch.GetElapsedTime(Interlocked.Read(ref _upToDate));

    /// <param name="what">Reading or writing.</param>
    public void Failed(string what) => _failures.Add(1, new KeyValuePair<string, object?>("client", what));

    public void AnsweredByTitle() => _withoutIndex.Add(1);

    public void IsUpToDate() => Interlocked.Exchange(ref _upToDate, Stopwatch.GetTimestamp());

    public void Kept(DateTimeOffset now) => KeptAt = now;

    public void Saw(Guid city, IndexSize size) => _sizes[city] = size;
}
