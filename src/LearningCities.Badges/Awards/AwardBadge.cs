using LearningCities.Badges.Issuing;

namespace LearningCities.Badges.Awards;

internal static class AwardBadge
{
    /// <param name="Because">What the learner showed. It is signed into the badge, and whoever is shown it reads it.</param>
    /// <param name="Evidence">A link that others may open; the suite never does.</param>
    /// <param name="ActivityId">Where she showed it, if it was an activity of the catalogue.</param>
    public sealed record Request(
        Guid LearnerId,
        [property: StringLength(Award.LongestNarrative, MinimumLength = 3)] string Because,
        [property: Url, StringLength(Award.LongestLink)] string? Evidence = null,
        Guid? ActivityId = null);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPost("/{badgeId:guid}/awards", Handle)
        .WithName(nameof(AwardBadge))
        .WithSummary("Award a badge to a learner")
        .WithExample(new Request(Examples.Id, "She mended a flat tyre alone, in twenty minutes."))
        .RequireScope(Scopes.Award)
        .Creates();

    private static async Task<Results<Created<ShowAward.Response>, NotFound>> Handle(
        Guid badgeId, Request request, Caller caller, BadgesDb db, Issuer issuer, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.BadgesOf(caller).ById(badgeId, cancellation) is not { } badge)
        {
            return TypedResults.NotFound();
        }

        var award = badge.AwardTo(
            request.LearnerId, request.Because, request.Evidence, request.ActivityId, clock.GetUtcNow());
        var credential = await issuer.Sign(award, badge, db, cancellation);
        db.RelyOn(badge); // if it is retired at this moment, decide again
        db.Awards.Add(award);
        db.Credentials.Add(credential);
        db.Publish(award.ToldAwarded(badge));

        var name = await db.NameOf(badge.OrganisationId, cancellation);
        try
        {
            return await db.Commit(
                TypedResults.Created($"/api/badges/awards/{award.Id}", ShowAward.Response.Of(award, badge, name)), cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Looking first would race: the unique index decides which of two awards is the second.
            throw await db.Awards.AnyAsync(
                a => a.BadgeId == badgeId && a.LearnerId == request.LearnerId && a.RevokedAt == null, cancellation)
                ? new RuleViolationException("badge-already-awarded", "This learner already holds this badge.", e)
                : new DbUpdateConcurrencyException("Two awards drew the same place in the status list: draw again.", e);
        }
    }
}
