using LearningCities.Contracts.Badges;

namespace LearningCities.Badges.Awards;

/// <summary>What the suite is told of an award.</summary>
internal static class Telling
{
    public static BadgeAwarded ToldAwarded(this Award award, Badge badge) => new(
        award.City, award.Id, award.Version, badge.Id, badge.Name, award.OrganisationId, award.LearnerId, award.AwardedAt);

    public static AwardRevoked ToldRevoked(this Award award, LocalizedText badgeName, DateTimeOffset now) => new(
        award.City, award.Id, award.Version, award.BadgeId, badgeName, award.OrganisationId, award.LearnerId, now);
}
