using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCities.Host.Demo;

/// <summary>
/// Dates that are always ahead: <c>sat 10:00</c> is the next Saturday from tomorrow on, <c>sat+1</c> the one after it,
/// <c>mon-3</c> three weeks before the next Monday; by the city's clock.
/// </summary>
internal static partial class DemoDates
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static (DateTimeOffset? Starts, DateTimeOffset? Ends) Dates(this DemoActivity activity, DateOnly today, TimeZoneInfo zone)
    {
        if (activity.Starts is not { } said)
        {
            return (null, null);
        }

        var (day, time) = Read(said, today);
        var last = day.AddDays(7 * activity.Weeks).ToDateTime(time).AddMinutes(activity.Minutes);
        return (Instant(day.ToDateTime(time), zone), Instant(last, zone));
    }

    private static (DateOnly Day, TimeOnly Time) Read(string said, DateOnly today)
    {
        var parts = Form().Match(said) is { Success: true } match
            ? match.Groups
            : throw new FormatException($"'{said}' is no date of the demo. Write 'sat+1 10:00'.");
        var ahead = (Array.IndexOf(Days, parts["day"].Value) - (int)today.DayOfWeek + 6) % 7 + 1;
        var weeks = parts["weeks"].Value is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 0;
        var time = TimeOnly.ParseExact(parts["time"].Value, "HH:mm", CultureInfo.InvariantCulture);
        return (today.AddDays(ahead + 7 * weeks), time);
    }

    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone) =>
        new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();

    [GeneratedRegex("^(?<day>sun|mon|tue|wed|thu|fri|sat)(?<weeks>[+-][0-9]{1,2})? (?<time>[0-9]{2}:[0-9]{2})$")]
    private static partial Regex Form();
}
