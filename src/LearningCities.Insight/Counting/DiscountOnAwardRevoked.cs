using LearningCities.Contracts.Badges;

namespace LearningCities.Insight.Counting;

internal sealed class DiscountOnAwardRevoked(InsightDb db) : IEventHandler<AwardRevoked>
{
    public async Task Handle(AwardRevoked happened, CancellationToken cancellation)
    {
        var award = await db.Counted(
            happened.AwardId, city => new Award(happened.AwardId, city, happened.OrganisationId), cancellation);
        award.Revoke();
    }
}
