using LearningCities.Web.Look;

namespace LearningCities.Web.Calls;

/// <summary>What a search found.</summary>
internal sealed record Findings(
    IReadOnlyList<ActivityFound> Items,
    int Total,
    IReadOnlyDictionary<string, IReadOnlyList<Facet>> Facets,
    Corrected? DidYouMean,
    string? Next,
    Noted? Note = null)
{
    public int CountOf(string facet, string value) =>
        Facets.GetValueOrDefault(facet)?.FirstOrDefault(count => count.Value == value)?.Count ?? 0;
}

public sealed record Facet(string Value, int Count);

internal sealed record Corrected(string Asked, string Used);

/// <param name="Code"><c>search-by-title</c>: only titles were searched.</param>
internal sealed record Noted(string Code);

/// <param name="Highlight">HTML of the catalogue: escaped, with <c>mark</c> around what was asked for.</param>
/// <param name="Distance">Metres from the place that was asked for.</param>
public sealed record ActivityFound(
    Guid Id,
    LocalizedText Title,
    LocalizedText Summary,
    string? Highlight,
    string Kind,
    string Mode,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    Money Price,
    string? District,
    string? PlaceName,
    double? Latitude,
    double? Longitude,
    double? Distance,
    LocalizedText OrganisationName,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Access,
    IReadOnlyList<string> Languages,
    int? PlacesLeft);

/// <summary>An activity, all that is known of it.</summary>
public sealed record ActivityShown(
    Guid Id,
    Guid OrganisationId,
    LocalizedText OrganisationName,
    LocalizedText Title,
    LocalizedText Summary,
    LocalizedText Description,
    string Kind,
    string Mode,
    Venue? Place,
    string? Link,
    string? Phone,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    IReadOnlyList<string> Languages,
    Money Price,
    IReadOnlyList<string> Skills,
    Ages? Ages,
    IReadOnlyList<string> Access,
    bool TakesSignUps,
    int? Capacity,
    int? PlacesLeft,
    string State,
    DateOnly? CheckedOn,
    long Version)
{
    public bool IsCancelled => State == "cancelled";

    public bool IsFull => PlacesLeft is <= 0;

    public bool IsOver(DateTimeOffset now) => (EndsAt ?? StartsAt) < now;
}

public sealed record Venue(string Name, string Address, string District, double Latitude, double Longitude);

public sealed record Ages(int? From, int? To);

/// <summary>A part of the city, or a settlement near it.</summary>
/// <param name="Outline">Points of longitude and latitude; null where nobody has drawn it.</param>
public sealed record PlaceShown(
    string ShortName, LocalizedText Title, string Kind, double Latitude, double Longitude, IReadOnlyList<double[]>? Outline);

/// <summary>Somebody's place in an activity.</summary>
/// <param name="State"><c>taken</c>, <c>cancelled</c> or <c>attended</c>.</param>
public sealed record SignUpShown(
    Guid Id,
    Guid ActivityId,
    LocalizedText ActivityTitle,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    string? PlaceName,
    string State,
    string Code,
    long Version);
