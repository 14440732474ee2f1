using LearningCities.Badges.Awards;
using LearningCities.Badges.Pictures;

namespace LearningCities.Badges.Shares;

internal static class ShowSharedPicture
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/shares/{code}/picture", Handle)
        .WithName(nameof(ShowSharedPicture))
        .WithSummary("The picture of the shown award with the credential baked in (SVG)")
        .Produces<string>(contentType: "image/svg+xml")
        .AllowAnonymous()
        .NeverKept();

    private static async Task<Results<ContentHttpResult, NotFound>> Handle(
        string code, OpenShares shares, BadgesDb db, Texts texts, HttpContext http, CancellationToken cancellation) =>
        await shares.Find(code, cancellation) is var (_, award)
            ? http.Svg(await db.Bake(award, texts, cancellation))
            : TypedResults.NotFound();
}
