using System.Text;

namespace LearningCities.Badges.Pictures;

internal static class ShowPicture
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/{badgeId:guid}/picture", Handle)
        .WithName(nameof(ShowPicture))
        .WithSummary("The picture of a badge (SVG)")
        .Produces<string>(contentType: "image/svg+xml")
        .AllowAnonymous()
        .Kept();

    private static async Task<Results<ContentHttpResult, NotFound>> Handle(
        Guid badgeId, Signposts signposts, BadgesDb db, Texts texts, HttpContext http, CancellationToken cancellation)
    {
        await signposts.Follow($"badge/{badgeId}", cancellation); // credentials name this address, without a city
        return await db.Badges.ById(badgeId, cancellation) is { } badge
            ? http.Svg(Picture.Draw(
                badge.Design, badge.Level, $"{badgeId:n}", texts.Say("badge-picture-title", badge.Name, badge.Level)))
            : TypedResults.NotFound();
    }

    /// <summary>Opened by itself, a drawing is a page: this one may do nothing.</summary>
    public static ContentHttpResult Svg(this HttpContext http, string drawing)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = "Accept-Language";
        return TypedResults.Text(drawing, "image/svg+xml", Encoding.UTF8);
    }
}
