using LearningCities.Contracts.Badges;

namespace LearningCities.Badges.Awards;

internal static class RevokeAward
{
    public sealed record Request([property: StringLength(Award.LongestReason, MinimumLength = 3)] string Because);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPut("/awards/{awardId:guid}/revocation", Handle)
        .WithName(nameof(RevokeAward))
        .WithSummary("Revoke an award, with the reason the learner will read")
        .RequireScope(Scopes.Award);

    private static async Task<Results<Ok<ShowAward.Response>, NotFound>> Handle(
        Guid awardId,
        Request request,
        ExpectedVersion expected,
        BadgesDb db,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await db.Awards.ById(awardId, expected, cancellation) is not { } award)
        {
            return TypedResults.NotFound();
        }

        var badge = await db.Badges.SingleAsync(b => b.Id == award.BadgeId, cancellation);
        var now = clock.GetUtcNow();
        award.Revoke(request.Because, now);
        db.Publish(new AwardRevoked(award.City, award.Id, award.Version, badge.Id, badge.Name, badge.OrganisationId, award.LearnerId, now));

        return await db.Commit(TypedResults.Ok(ShowAward.Response.Of(award)), cancellation);
    }
}
