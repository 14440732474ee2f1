namespace LearningCities.Contracts.Badges;

/// <summary>An award no longer holds. Published by Badges once that is saved.</summary>
/// <param name="OrganisationId">Which organisation had awarded it.</param>
/// <remarks>The reason stays in Badges: it is free text about a person.</remarks>
public sealed record AwardRevoked(
    Guid City,
    Guid AwardId,
    long Version,
    Guid BadgeId,
    LocalizedText BadgeName,
    Guid OrganisationId,
    Guid LearnerId,
    DateTimeOffset RevokedAt) : IEvent
{
    public static string Type => "city.award.revoked.v1";

    Guid IEvent.Subject => AwardId;
}
