namespace LearningCities.Insight;

/// <summary>How many of one kind, by district and by month of the period. As they are: not yet safe to show.</summary>
/// <param name="Districts">How many in each district that comes into question.</param>
internal sealed record Figures(IReadOnlyDictionary<string, int> Districts, IReadOnlyList<int> Months)
{
    /// <param name="places">The districts where there could have been any; others are known to have none.</param>
    public static async Task<Figures> Of(
        IQueryable<Event> events, Period period, IReadOnlySet<string> places, CancellationToken cancellation)
    {
        // In one statement, or a total could differ from its parts by who came in between.
        var starts = period.Months.Select(month => month.Starts).ToArray();
        var ends = period.Months.Count == 0 ? period.Starts : period.Months[^1].Ends;
        var counts = await events
            .Where(e => e.At >= period.Starts && e.At < ends)
            .Select(e => new { e.District, Month = starts.Count(start => start <= e.At) })
            .GroupBy(e => new { e.District, e.Month })
            .Select(group => new { group.Key.District, group.Key.Month, Count = group.Count() })
            .ToListAsync(cancellation);

        return new Figures(
            counts.Select(c => c.District).Union(places)
                .ToDictionary(district => district, district => counts.Where(c => c.District == district).Sum(c => c.Count)),
            [.. starts.Select((_, i) => counts.Where(c => c.Month == i + 1).Sum(c => c.Count))]);
    }

    /// <summary>The counts that may be shown; the months only where they are asked for, for hiding them hides more.</summary>
    public Shown Hide(bool withMonths)
    {
        int[] districts = [.. Districts.Values];
        var (total, parts) = withMonths ? SmallNumbers.Hide(districts, [.. Months]) : SmallNumbers.Hide(districts);
        return new Shown(
            total,
            Districts.Keys.Zip(parts[0]).ToDictionary(pair => pair.First, pair => pair.Second),
            withMonths ? parts[1] : []);
    }

    /// <summary>When and where something happened that is counted.</summary>
    internal sealed class Event
    {
        public required string District { get; init; }

        public required DateTimeOffset At { get; init; }
    }

    /// <summary>What may be shown: null is "under five, or something like it".</summary>
    internal sealed record Shown(int? Total, IReadOnlyDictionary<string, int?> Districts, IReadOnlyList<int?> Months);
}
