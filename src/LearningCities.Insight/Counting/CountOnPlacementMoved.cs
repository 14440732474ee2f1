using LearningCities.Contracts.Mobility;

namespace LearningCities.Insight.Counting;

internal sealed class CountOnPlacementMoved(InsightDb db) : IEventHandler<PlacementMoved>
{
    public async Task Handle(PlacementMoved happened, CancellationToken cancellation)
    {
        var placement = await db.Counted(
            happened.PlacementId, city => new Placement(happened.PlacementId, city, happened.SendingOrganisationId), cancellation);
        placement.Move(happened.State, happened.At, happened.Version);
    }
}
