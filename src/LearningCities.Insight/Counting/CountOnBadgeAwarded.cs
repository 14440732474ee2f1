using LearningCities.Contracts.Badges;

namespace LearningCities.Insight.Counting;

internal sealed class CountOnBadgeAwarded(InsightDb db) : IEventHandler<BadgeAwarded>
{
    public async Task Handle(BadgeAwarded happened, CancellationToken cancellation)
    {
        var award = await db.Counted(
            happened.AwardId, city => new Award(happened.AwardId, city, happened.OrganisationId), cancellation);
        award.Make(happened.AwardedAt);
    }
}
