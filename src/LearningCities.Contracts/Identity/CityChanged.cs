namespace LearningCities.Contracts.Identity;

/// <summary>A city is new, or what is publicly known of it has changed. Published by Identity once that is saved.</summary>
/// <param name="ShortName">How addresses name it, for instance <c>szeged</c>: lower-case letters, digits and hyphens.</param>
/// <param name="Name">What people call it.</param>
/// <param name="TimeZone">An IANA name, for instance <c>Europe/Budapest</c>.</param>
public sealed record CityChanged(Guid City, long Version, string ShortName, LocalizedText Name, string TimeZone) : IEvent
{
    public static string Type => "city.city.changed.v1";

    Guid IEvent.Subject => City;
}
