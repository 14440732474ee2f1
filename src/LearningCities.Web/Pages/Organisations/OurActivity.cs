namespace LearningCities.Web.Pages.Organisations;

/// <summary>An activity as its own organisation sees it.</summary>
public sealed record OurActivity(
    Guid Id,
    Guid OrganisationId,
    LocalizedText Title,
    LocalizedText Summary,
    LocalizedText Description,
    string Kind,
    string Mode,
    OurActivity.Venue? Place,
    string? Link,
    string? Phone,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    IReadOnlyList<string> Languages,
    OurActivity.Cost Price,
    IReadOnlyList<string> Skills,
    OurActivity.Range? Ages,
    IReadOnlyList<string> Access,
    bool TakesSignUps,
    int? Capacity,
    int? PlacesLeft,
    string State,
    DateOnly? CheckedOn,
    long Version)
{
    public bool IsCancelled => State == "cancelled";

    public int? Taken => Capacity - PlacesLeft;

    public bool IsOver(DateTimeOffset now) => (EndsAt ?? StartsAt) < now;

    public sealed record Venue(string Name, string Address, string District, double Latitude, double Longitude);

    public sealed record Cost(long Amount, string Currency);

    public sealed record Range(int? From, int? To);
}

/// <summary>Somebody's place in an activity.</summary>
public sealed record SignUp(
    Guid Id,
    Guid ActivityId,
    LocalizedText ActivityTitle,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    string? PlaceName,
    Guid LearnerId,
    string State,
    string Code,
    DateTimeOffset MadeAt,
    long Version);

/// <summary>A part of the city, or a settlement near it.</summary>
public sealed record Area(
    string ShortName, LocalizedText Title, string Kind, double Latitude, double Longitude, IReadOnlyList<double[]>? Outline);
