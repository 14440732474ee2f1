using LearningCities.Badges.Issuing;

namespace LearningCities.Badges.Shares;

internal static class WithdrawShare
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPut("/shares/{shareId:guid}/withdrawal", Handle)
        .WithName(nameof(WithdrawShare))
        .WithSummary("Close a link to one's award, for good")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<ShareAward.Response>, NotFound>> Handle(
        Guid shareId,
        ExpectedVersion expected,
        Caller caller,
        BadgesDb db,
        Addresses addresses,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var hers = db.Shares.Where(s => db.Awards.Any(a => a.Id == s.AwardId && a.LearnerId == caller.Person));
        if (await hers.ById(shareId, expected, cancellation) is not { } share)
        {
            return TypedResults.NotFound();
        }

        share.Withdraw(clock.GetUtcNow());

        return await db.Commit(TypedResults.Ok(ShareAward.Response.Of(share, addresses)), cancellation);
    }
}
