using LearningCities.Contracts.Catalogue;

namespace LearningCities.Insight.Counting;

internal sealed class DiscountOnActivityCancelled(InsightDb db) : IEventHandler<ActivityCancelled>
{
    public async Task Handle(ActivityCancelled happened, CancellationToken cancellation)
    {
        var activity = await db.Counted(
            happened.ActivityId, city => new Activity(happened.ActivityId, city), cancellation);
        activity.Cancel(happened.Version);
    }
}
