using LearningCities.Contracts.Identity;

namespace LearningCities.Insight.Counting;

internal sealed class LocateOnOrganisationChanged(InsightDb db) : IEventHandler<OrganisationChanged>
{
    public async Task Handle(OrganisationChanged happened, CancellationToken cancellation)
    {
        var organisation = await db.Counted(
            happened.OrganisationId, city => new Organisation(happened.OrganisationId, city), cancellation);
        organisation.Change(happened.District, happened.Version);
    }
}
