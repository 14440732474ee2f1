namespace LearningCities.Contracts.Identity;

/// <summary>
/// An organisation is new, or what is publicly known of it has changed. Published by Identity once that is saved.
/// </summary>
/// <param name="District">The short name of the part of the city where it has its seat; empty where nobody said.</param>
/// <param name="Website">Null where it has none.</param>
public sealed record OrganisationChanged(
    Guid City, Guid OrganisationId, long Version, LocalizedText Name, string District, string? Website) : IEvent
{
    public static string Type => "city.organisation.changed.v1";

    Guid IEvent.Subject => OrganisationId;
}
