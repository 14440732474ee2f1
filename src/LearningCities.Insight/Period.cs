namespace LearningCities.Insight;

/// <summary>
/// A calendar year in the city's own time, and its months that have begun. It is always a whole year: if one could ask for any
/// two periods, one minus the other would show what is hidden in both.
/// </summary>
internal sealed record Period(DateOnly From, DateOnly To, DateTimeOffset Starts, DateTimeOffset Ends, IReadOnlyList<Period.Month> Months)
{
    /// <summary>The year that the last day lies in, else the first; this year where neither is given.</summary>
    public static Period Around(DateOnly? from, DateOnly? to, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var year = (to ?? from ?? today).Year;
        if (year is < 2000 or > 2200)
        {
            throw new ProblemException(400, "period-unknown", "Ask for a year from 2000 on.");
        }

        var first = new DateOnly(year, 1, 1);
        var months = Enumerable.Range(0, 12)
            .Select(first.AddMonths)
            .Where(month => month <= today) // what is not yet there would be known to be nobody
            .Select(month => new Month($"{month:yyyy-MM}", InstantOf(month, zone), InstantOf(month.AddMonths(1), zone)));
        return new Period(first, new DateOnly(year, 12, 31), InstantOf(first, zone), InstantOf(first.AddYears(1), zone), [.. months]);
    }

    private static DateTimeOffset InstantOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <param name="Name">For instance <c>2026-09</c>.</param>
    /// <param name="Ends">The first moment that is not of it.</param>
    internal sealed record Month(string Name, DateTimeOffset Starts, DateTimeOffset Ends);
}
