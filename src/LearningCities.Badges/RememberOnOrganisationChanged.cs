using LearningCities.Contracts.Identity;

namespace LearningCities.Badges;

internal sealed class RememberOnOrganisationChanged(BadgesDb db) : IEventHandler<OrganisationChanged>
{
    public async Task Handle(OrganisationChanged happened, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.ById(happened.OrganisationId, cancellation)
            ?? db.Organisations.Add(new Organisation(happened.OrganisationId, happened.City)).Entity;
        organisation.Tell(happened);
    }
}
