using LearningCities.Badges.Pictures;

namespace LearningCities.Badges.Awards;

internal static class ShowBakedPicture
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/awards/{awardId:guid}/picture", Handle)
        .WithName(nameof(ShowBakedPicture))
        .WithSummary("The picture of the learner's award with the credential baked in (SVG)")
        .Produces<string>(contentType: "image/svg+xml")
        .RequireScope(Scopes.Own)
        .NeverKept();

    private static async Task<Results<ContentHttpResult, NotFound>> Handle(
        Guid awardId, Caller caller, BadgesDb db, Texts texts, HttpContext http, CancellationToken cancellation) =>
        await db.Awards.ById(awardId, cancellation) is { } award && caller.Owns(award)
            ? http.Svg(await db.Bake(award, texts, cancellation))
            : TypedResults.NotFound();

    /// <summary>Draws the badge with what was signed inside.</summary>
    public static async Task<string> Bake(this BadgesDb db, Award award, Texts texts, CancellationToken cancellation)
    {
        var badge = await db.Badges.SingleAsync(b => b.Id == award.BadgeId, cancellation);
        var credential = await db.Credentials.SingleAsync(c => c.Id == award.Id, cancellation);
        return Picture.Draw(
            badge.Design,
            badge.Level,
            $"{award.Id:n}",
            texts.Say("badge-picture-title", badge.Name, badge.Level),
            credential.Jwt);
    }
}
