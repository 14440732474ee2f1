using LearningCities.Contracts.Mobility;

namespace LearningCities.Identity.Disclosures;

/// <summary>Both organisations of a placement know who she is, until one of the three has said no.</summary>
internal sealed class DiscloseOnPlacementMoved(IdentityDb db) : IEventHandler<PlacementMoved>
{
    public async Task Handle(PlacementMoved happened, CancellationToken cancellation)
    {
        var open = happened.State is not ("declined" or "withdrawn");
        foreach (var organisation in new[]
        {
            (happened.SendingOrganisationId, happened.City), (happened.HostOrganisationId, happened.HostCity),
        }.DistinctBy(organisation => organisation.Item1))
        {
            var disclosure = await db.DisclosureThrough(
                happened.PlacementId, organisation, (happened.LearnerId, happened.City), cancellation);
            disclosure.Take(open, happened.Version);
        }
    }
}
