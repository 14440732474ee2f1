namespace LearningCities.Contracts.Catalogue;

/// <summary>
/// An activity is in the catalogue, or has changed there. Published by Catalogue once that is saved; it carries the whole
/// public state, so the latest version is enough.
/// </summary>
/// <param name="Kind">For instance <c>workshop</c> or <c>volunteering</c>.</param>
/// <param name="District">The short name of the part of the city where it happens; empty for online.</param>
/// <param name="StartsAt">When it begins first; null where it can be begun at any time.</param>
/// <param name="EndsAt">When it ends for the last time; null where it does not.</param>
/// <param name="Skills">The skills it develops, as the city's list of skills names them.</param>
public sealed record ActivityPublished(
    Guid City,
    Guid ActivityId,
    long Version,
    Guid OrganisationId,
    LocalizedText Title,
    string Kind,
    string District,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    IReadOnlyList<string> Skills) : IEvent
{
    public static string Type => "city.activity.published.v1";

    Guid IEvent.Subject => ActivityId;
}
