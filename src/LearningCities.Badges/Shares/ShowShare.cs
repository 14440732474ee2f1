using LearningCities.Badges.Awards;

namespace LearningCities.Badges.Shares;

internal static class ShowShare
{
    /// <param name="State"><c>valid</c> or <c>revoked</c>.</param>
    public sealed record Response(
        string ShownName,
        ShowBadge.Response Badge,
        LocalizedText OrganisationName,
        string Because,
        string? Evidence,
        DateTimeOffset AwardedAt,
        string State,
        DateTimeOffset? RevokedAt,
        string? RevokedBecause);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/shares/{code}", Handle)
        .WithName(nameof(ShowShare))
        .WithSummary("What a learner shows to whoever has the link")
        .AllowAnonymous()
        .NeverKept();

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        string code, OpenShares shares, BadgesDb db, CancellationToken cancellation)
    {
        if (await shares.Find(code, cancellation) is not var (share, award))
        {
            return TypedResults.NotFound();
        }

        var described = await db.Describe(award, cancellation);
        return TypedResults.Ok(new Response(
            share.ShownName,
            described.Badge,
            described.OrganisationName,
            award.Because,
            award.Evidence,
            award.AwardedAt,
            award.RevokedAt is null ? "valid" : "revoked",
            award.RevokedAt,
            award.RevokedBecause));
    }
}
