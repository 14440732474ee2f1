using LearningCities.Contracts.Catalogue;

namespace LearningCities.Insight.Counting;

internal sealed class CountOnActivityPublished(InsightDb db) : IEventHandler<ActivityPublished>
{
    public async Task Handle(ActivityPublished happened, CancellationToken cancellation)
    {
        var activity = await db.Counted(
            happened.ActivityId, city => new Activity(happened.ActivityId, city), cancellation);
        activity.Publish(happened.District, happened.StartsAt, happened.EndsAt, happened.Version);
    }
}
