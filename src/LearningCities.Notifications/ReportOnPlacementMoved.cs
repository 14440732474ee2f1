using LearningCities.Contracts.Mobility;

namespace LearningCities.Notifications;

internal sealed class ReportOnPlacementMoved(NotificationsDb db) : IEventHandler<PlacementMoved>
{
    public Task Handle(PlacementMoved happened, CancellationToken cancellation)
    {
        var news = new News(
            Kinds.Placement(happened.State), happened.OfferTitle, happened.At, happened.Version, happened.Next is "learner");
        return db.TellAndWrite(happened.PlacementId, happened.LearnerId, news, cancellation);
    }
}
