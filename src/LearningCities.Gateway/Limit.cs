using System.Collections.Concurrent;

namespace LearningCities.Gateway;

/// <summary>How often something may be done in a while; the while begins with the first time.</summary>
/// <param name="name">What it is called in headers.</param>
/// <param name="permits">How often.</param>
/// <param name="window">In which time.</param>
/// <param name="atOnce">Whether all gateways count each before it is tried, and not a moment later.</param>
internal sealed class Limit(string name, int permits, TimeSpan window, bool atOnce = false)
{
    private const int ManyCounts = 10_000;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private int _forgetAt = ManyCounts;

    public string Name => name;

    public int Permits => permits;

    public TimeSpan Window => window;

    public bool AtOnce => atOnce;

    /// <summary>As headers say it.</summary>
    public string Policy { get; } = $"\"{name}\";q={permits};w={(int)window.TotalSeconds}";

    /// <summary>Takes one for whom this key means, if there is one left.</summary>
    public Share Take(string key, DateTimeOffset now)
    {
        var count = _counts.GetOrAdd(key, _ => new Count());
        lock (count)
        {
            count.Begin(now, window);
            var taken = count.Sum < permits;
            count.Sum += taken ? 1 : 0;
            count.Unsent += taken ? 1 : 0;
            return new Share(taken, Math.Max(0, permits - count.Sum), count.EndsAt - now);
        }
    }

    /// <summary>Whether more was taken than there is, as it turned out when all were counted together.</summary>
    public bool IsOver(string key) => _counts.TryGetValue(key, out var count) && count.Sum > permits;

    /// <summary>What was taken here and nobody else knows of yet.</summary>
    public IReadOnlyList<(string Key, int Count)> Unsent()
    {
        var unsent = new List<(string, int)>();
        foreach (var (key, count) in _counts)
        {
            lock (count)
            {
                if (count.Unsent > 0)
                {
                    unsent.Add((key, count.Unsent));
                }
            }
        }

        return unsent;
    }

    /// <summary>Learns what was taken everywhere.</summary>
    /// <param name="key">By whom.</param>
    /// <param name="sent">What of it was ours.</param>
    /// <param name="sum">What it is together.</param>
    /// <param name="endsAt">When it begins anew.</param>
    public void Learn(string key, int sent, long sum, DateTimeOffset endsAt)
    {
        var count = _counts.GetOrAdd(key, _ => new Count());
        lock (count)
        {
            count.Unsent = Math.Max(0, count.Unsent - sent);
            count.Sum = (int)Math.Min(sum, int.MaxValue / 2) + count.Unsent;
            count.EndsAt = endsAt;
        }
    }

    /// <summary>Takes out what is over: addresses come and go.</summary>
    public void Forget(DateTimeOffset now)
    {
        if (_counts.Count < _forgetAt)
        {
            return;
        }

        foreach (var (key, count) in _counts)
        {
            if (count.EndsAt < now)
            {
                _counts.TryRemove(key, out _);
            }
        }

        _forgetAt = Math.Max(ManyCounts, _counts.Count * 2);
    }

    /// <param name="IsTaken">False where none was left.</param>
    /// <param name="Left">How many are.</param>
    /// <param name="Until">It begins anew in this time.</param>
    public readonly record struct Share(bool IsTaken, int Left, TimeSpan Until);

    private sealed class Count
    {
        public int Sum { get; set; }

        public int Unsent { get; set; }

        public DateTimeOffset EndsAt { get; set; }

        public void Begin(DateTimeOffset now, TimeSpan window)
        {
            if (EndsAt <= now)
            {
                (Sum, Unsent, EndsAt) = (0, 0, now + window);
            }
        }
    }
}
