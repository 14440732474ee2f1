using LearningCities.Badges.Awards;
using LearningCities.Badges.Issuing;

namespace LearningCities.Badges.Shares;

internal static class ShareAward
{
    /// <param name="ShownName">What whoever opens it reads as the learner's name: hers to choose.</param>
    /// <param name="Until">Null for no end.</param>
    public sealed record Request(
        [property: Required, StringLength(Share.LongestName, MinimumLength = 1)] string ShownName, DateTimeOffset? Until = null);

    public sealed record Response(
        Guid Id,
        string Code,
        string Url,
        string ShownName,
        DateTimeOffset MadeAt,
        DateTimeOffset? Until,
        DateTimeOffset? WithdrawnAt,
        long Version) : IVersioned
    {
        internal static Response Of(Share share, Addresses addresses) => new(
            share.Id,
            share.Code,
            addresses.Share(share.Code),
            share.ShownName,
            share.MadeAt,
            share.Until,
            share.WithdrawnAt,
            share.Version);
    }

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPost("/awards/{awardId:guid}/shares", Handle)
        .WithName(nameof(ShareAward))
        .WithSummary("Make a link under which whoever has it sees one's award")
        .WithExample(new Request("Réka Sz."))
        .RequireScope(Scopes.Own)
        .Creates();

    private static async Task<Results<Created<Response>, NotFound>> Handle(
        Guid awardId,
        Request request,
        Caller caller,
        BadgesDb db,
        Addresses addresses,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await db.Awards.ById(awardId, cancellation) is not { } award || !caller.Owns(award))
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (request.Until <= now)
        {
            throw new ProblemException(400, "share-already-over", "The end of a link lies in the future.");
        }

        var share = new Share(
            Guid.CreateVersion7(now), award.City, award.Id, Share.NewCode(), request.ShownName.Trim(), now, request.Until);
        db.Shares.Add(share);
        db.Add(Signpost.At($"share/{share.Code}", share.City));

        return await db.Commit(
            TypedResults.Created($"/api/badges/shares/{share.Code}", Response.Of(share, addresses)), cancellation);
    }
}
