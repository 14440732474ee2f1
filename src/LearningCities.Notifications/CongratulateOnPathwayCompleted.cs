using LearningCities.Contracts.Pathways;

namespace LearningCities.Notifications;

internal sealed class CongratulateOnPathwayCompleted(NotificationsDb db) : IEventHandler<PathwayCompleted>
{
    public async Task Handle(PathwayCompleted happened, CancellationToken cancellation)
    {
        var notification = await db.About(happened.PathwayId, happened.LearnerId, cancellation);
        notification.Tell(new News(Kinds.PathwayCompleted, new LocalizedText([]), happened.CompletedAt, happened.Version));
    }
}
