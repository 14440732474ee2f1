namespace LearningCities.Catalogue;

/// <summary>Days as people in a city live them.</summary>
internal sealed class CityTime(TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public static async Task<CityTime> Of(CatalogueDb db, CancellationToken cancellation)
    {
        var name = await db.Set<KnownCity>().Where(city => city.Id == db.City)
            .Select(city => city.TimeZone).SingleOrDefaultAsync(cancellation);

        // Of a city that was founded a moment ago the event may be on its way.
        return new(name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc);
    }

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>When a day begins; where clocks are put forward at midnight, an hour later.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>From the beginning of the first day to the end of the last.</summary>
    public Window Days(DateOnly? first, DateOnly? last) => new(
        first is { } from ? StartOf(from) : DateTimeOffset.MinValue,
        last is { } to && to < DateOnly.MaxValue ? StartOf(to.AddDays(1)) : DateTimeOffset.MaxValue);

    /// <summary>Today, what is left of this weekend or the next one, what is left of this week.</summary>
    public Window Named(string days, DateTimeOffset now)
    {
        var today = DayOf(now);
        var untilSunday = (7 - (int)today.DayOfWeek) % 7;
        var sunday = today.AddDays(untilSunday);
        return days switch
        {
            "today" => Days(today, today),
            "weekend" => Days(untilSunday == 0 ? today : sunday.AddDays(-1), sunday),
            "week" => Days(today, sunday),
            _ => throw new ArgumentOutOfRangeException(nameof(days), days, "Not one of the days that have a name."),
        };
    }
}

/// <summary>A stretch of time; its end is no longer in it.</summary>
internal readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether something goes on in it. What can be begun at any time has no days of its own.</summary>
    public bool Overlaps(DateTimeOffset? startsAt, DateTimeOffset? endsAt) =>
        startsAt < To && (endsAt is null || endsAt > From || startsAt >= From);
}
