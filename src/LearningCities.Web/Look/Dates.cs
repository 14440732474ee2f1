using System.Globalization;

namespace LearningCities.Web.Look;

/// <summary>Days and hours as people say them, by the city's clock and in the reader's language.</summary>
internal sealed class Dates(Visit visit, TimeProvider time)
{
    private TimeZoneInfo Clock => visit.InCity?.Clock ?? TimeZoneInfo.Utc;

    private static bool IsHungarian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "hu";

    private int ThisYear => Today.Year;

    public DateOnly Today => Local(time.GetUtcNow());

    /// <summary><c>Tuesday 3 March</c>; with the year where it is another.</summary>
    public string Day(DateOnly day) => Say(day, IsHungarian ? "dddd, MMMM d." : "dddd d MMMM");

    public string Day(DateTimeOffset at) => Day(Local(at));

    /// <summary><c>3 March</c>.</summary>
    public string ShortDay(DateOnly day) => Say(day, IsHungarian ? "MMMM d." : "d MMMM");

    public string ShortDay(DateTimeOffset at) => ShortDay(Local(at));

    /// <summary><c>Tuesday 3 March, 16:00</c>.</summary>
    public string Moment(DateTimeOffset at) => $"{Day(at)}, {ClockTime(at)}";

    /// <summary>As a sentence begins: where the words for days are written small.</summary>
    public static string Begin(string said) => said.Length == 0 ? said : char.ToUpper(said[0], CultureInfo.CurrentCulture) + said[1..];

    /// <summary><c>16:00</c>.</summary>
    public string ClockTime(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>1 to 19 June</c>, with the year where it is another.</summary>
    public string Days(DateOnly from, DateOnly to)
    {
        var (sameYear, sameMonth) = (from.Year == to.Year, from.Year == to.Year && from.Month == to.Month);
        return (IsHungarian, from == to) switch
        {
            (_, true) => Day(from),
            (true, _) when sameMonth => $"{Say(from, "MMMM d")}–{to.Day}.",
            (true, _) => $"{Say(from, "MMMM d.")} – {(sameYear ? Plain(to, "MMMM d.") : Say(to, "MMMM d."))}",
            _ when sameMonth => $"{from.Day} to {Say(to, "d MMMM")}",
            _ => $"{(sameYear ? Plain(from, "d MMMM") : Say(from, "d MMMM"))} to {Say(to, "d MMMM")}",
        };
    }

    /// <summary><c>March 2026</c>.</summary>
    public static string Month(DateOnly day) => day.ToString(IsHungarian ? "yyyy. MMMM" : "MMMM yyyy", CultureInfo.CurrentCulture);

    public string Month(DateTimeOffset at) => Month(Local(at));

    /// <summary>Of a month as programs write it: <c>2026-03</c>.</summary>
    public static string Month(string month) => MonthOf(month) is { } day ? Month(day) : month;

    public static string ShortMonth(string month) => MonthOf(month)?.ToString("MMM", CultureInfo.CurrentCulture) ?? month;

    /// <summary>What a field for a day begins with.</summary>
    public string? InputDay(DateTimeOffset? at) => at is { } known ? Local(known).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public string? InputTime(DateTimeOffset? at) => at is { } known ? ClockTime(known) : null;

    /// <summary>A day as fields send it; null where it is none.</summary>
    public static DateOnly? DayOf(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 2200 ? day : null;

    /// <summary>A time as fields send it, or as people write it without help; null where it is none.</summary>
    public static TimeOnly? TimeOf(string typed) =>
        TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm", "HH:mm:ss", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : null;

    /// <summary>When that is by the city's clock.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, Clock.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first moment after a typed day; null where there is none.</summary>
    public DateTimeOffset? EndOfDay(string typed) => DayOf(typed) is { } day ? At(day.AddDays(1), TimeOnly.MinValue) : null;

    private DateOnly Local(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Clock).DateTime);

    private string Say(DateOnly day, string format)
    {
        var withYear = day.Year == ThisYear ? format
            : !IsHungarian ? format.Replace("MMMM", "MMMM yyyy", StringComparison.Ordinal)
            : format == "dddd, MMMM d." ? "yyyy. MMMM d., dddd" : $"yyyy. {format}";
        return day.ToString(withYear, CultureInfo.CurrentCulture);
    }

    private static string Plain(DateOnly day, string format) => day.ToString(format, CultureInfo.CurrentCulture);

    private static DateOnly? MonthOf(string month) => DayOf(month.Length == 7 ? $"{month}-01" : month);
}
