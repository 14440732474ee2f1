using LearningCities.Contracts.Badges;

namespace LearningCities.Badges.Awards;

internal static class AwardBadge
{
    public sealed record Request(Guid LearnerId, [property: Url, StringLength(2000)] string? Evidence = null);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPost("/{badgeId:guid}/awards", Handle)
        .WithName(nameof(AwardBadge))
        .WithSummary("Award a badge to a learner")
        .RequireScope(Scopes.Award)
        .Creates();

    private static async Task<Results<Created<ShowAward.Response>, NotFound>> Handle(
        Guid badgeId, Request request, BadgesDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Badges.ById(badgeId, cancellation) is not { } badge)
        {
            return TypedResults.NotFound();
        }

        var award = badge.AwardTo(request.LearnerId, request.Evidence, clock.GetUtcNow());
        db.RelyOn(badge); // if it is retired at this moment, decide again
        db.Awards.Add(award);
        db.Publish(new BadgeAwarded(
            award.City, award.Id, award.Version, badge.Id, badge.Name, badge.OrganisationId, award.LearnerId, award.AwardedAt));

        try
        {
            return await db.Commit(
                TypedResults.Created($"/api/badges/awards/{award.Id}", ShowAward.Response.Of(award)), cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Looking first would race: the unique index decides which of two awards is the second.
            throw new RuleViolationException("badge-already-awarded", "This learner already holds this badge.", e);
        }
    }
}
