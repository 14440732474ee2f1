namespace LearningCities.Identity.Cities;

internal static class TimeZones
{
    /// <summary>Whether it is an IANA name that this machine knows.</summary>
    public static bool IsKnown(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    /// <summary>Where the machine is, which for an installation of one city is mostly right.</summary>
    public static string Here => TimeZoneInfo.Local is { HasIanaId: true } local ? local.Id : "Etc/UTC";
}
