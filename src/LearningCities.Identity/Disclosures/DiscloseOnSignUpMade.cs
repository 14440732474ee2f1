using LearningCities.Contracts.Catalogue;

namespace LearningCities.Identity.Disclosures;

internal sealed class DiscloseOnSignUpMade(IdentityDb db) : IEventHandler<SignUpMade>
{
    public async Task Handle(SignUpMade happened, CancellationToken cancellation)
    {
        var disclosure = await db.DisclosureThrough(
            happened.SignUpId,
            (happened.OrganisationId, happened.City),
            (happened.LearnerId, happened.City),
            cancellation);
        disclosure.Take(open: true, happened.Version);
    }
}
