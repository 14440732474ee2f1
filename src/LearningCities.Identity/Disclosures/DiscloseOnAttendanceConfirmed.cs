using LearningCities.Contracts.Catalogue;

namespace LearningCities.Identity.Disclosures;

/// <summary>Who has been there may be awarded for it, later, too.</summary>
internal sealed class DiscloseOnAttendanceConfirmed(IdentityDb db) : IEventHandler<AttendanceConfirmed>
{
    public async Task Handle(AttendanceConfirmed happened, CancellationToken cancellation)
    {
        var disclosure = await db.DisclosureThrough(
            happened.SignUpId,
            (happened.OrganisationId, happened.City),
            (happened.LearnerId, happened.City),
            cancellation);
        disclosure.Take(open: true, happened.Version);
    }
}
