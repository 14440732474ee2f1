namespace LearningCities.Contracts.Badges;

/// <summary>A learner has been awarded a badge. Published by Badges once the award is saved.</summary>
/// <param name="OrganisationId">Which organisation awarded it.</param>
public sealed record BadgeAwarded(
    Guid City,
    Guid AwardId,
    long Version,
    Guid BadgeId,
    LocalizedText BadgeName,
    Guid OrganisationId,
    Guid LearnerId,
    DateTimeOffset AwardedAt) : IEvent
{
    public static string Type => "city.badge.awarded.v1";

    Guid IEvent.Subject => AwardId;
}
