using LearningCities.Contracts.Catalogue;

namespace LearningCities.Pathways;

/// <summary>Keeps what steps show of an activity.</summary>
internal sealed class FollowOnActivityPublished(PathwaysDb db, TimeProvider clock) : IEventHandler<ActivityPublished>
{
    public async Task Handle(ActivityPublished happened, CancellationToken cancellation)
    {
        var activity = await db.Activity(happened.ActivityId, cancellation);
        if (activity.Publish(happened.Title, happened.StartsAt, happened.EndsAt, happened.Version))
        {
            await db.Heed(activity, clock.GetUtcNow(), cancellation);
        }
    }
}
