using LearningCities.Contracts.Catalogue;

namespace LearningCities.Identity.Disclosures;

/// <summary>Who does not come after all is no longer the organisation's business.</summary>
internal sealed class CloseOnSignUpCancelled(IdentityDb db) : IEventHandler<SignUpCancelled>
{
    public async Task Handle(SignUpCancelled happened, CancellationToken cancellation)
    {
        var disclosure = await db.DisclosureThrough(
            happened.SignUpId,
            (happened.OrganisationId, happened.City),
            (happened.LearnerId, happened.City),
            cancellation);
        disclosure.Take(open: false, happened.Version);
    }
}
