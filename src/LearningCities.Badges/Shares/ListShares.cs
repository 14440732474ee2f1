using LearningCities.Badges.Awards;
using LearningCities.Badges.Issuing;

namespace LearningCities.Badges.Shares;

internal static class ListShares
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/awards/{awardId:guid}/shares", Handle)
        .WithName(nameof(ListShares))
        .WithSummary("The links to one's award, newest first, those that are over among them")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<Page<ShareAward.Response>>, NotFound>> Handle(
        Guid awardId,
        Cursor? cursor,
        Caller caller,
        BadgesDb db,
        Addresses addresses,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20)
    {
        if (await db.Awards.ById(awardId, cancellation) is not { } award || !caller.Owns(award))
        {
            return TypedResults.NotFound();
        }

        var (at, id) = cursor ?? Cursor.Newest;
        var rows = await db.Shares
            .Where(s => s.AwardId == awardId)
            .Where(s => s.MadeAt < at || (s.MadeAt == at && s.Id < id))
            .OrderByDescending(s => s.MadeAt).ThenByDescending(s => s.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);
        return TypedResults.Ok(Page.Of(
            rows.Select(share => ShareAward.Response.Of(share, addresses)), limit, last => new Cursor(last.MadeAt, last.Id)));
    }
}
