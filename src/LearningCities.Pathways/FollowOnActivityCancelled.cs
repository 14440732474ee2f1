using LearningCities.Contracts.Catalogue;

namespace LearningCities.Pathways;

/// <summary>A step that cannot be done any more holds nobody up; it may even have been the last.</summary>
internal sealed class FollowOnActivityCancelled(PathwaysDb db, TimeProvider clock) : IEventHandler<ActivityCancelled>
{
    public async Task Handle(ActivityCancelled happened, CancellationToken cancellation)
    {
        var activity = await db.Activity(happened.ActivityId, cancellation);
        if (activity.Cancel(happened.Title, happened.CancelledAt, happened.Version))
        {
            await db.Heed(activity, clock.GetUtcNow(), cancellation);
        }
    }
}
