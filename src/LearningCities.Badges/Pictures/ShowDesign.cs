namespace LearningCities.Badges.Pictures;

internal static class ShowDesign
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/designs/picture", Handle)
        .WithName(nameof(ShowDesign))
        .WithSummary("How a badge would look (SVG)")
        .Produces<string>(contentType: "image/svg+xml")
        .AllowAnonymous()
        .Kept();

    private static ContentHttpResult Handle(
        [DrawnShape] string shape,
        [DrawnEmblem] string emblem,
        [Range(0, 359)] int hue,
        HttpContext http,
        [Range(1, Badge.HighestLevel)] int level = 1)
    {
        var design = new Design(shape, emblem, hue);
        return http.Svg(Picture.Draw(design, level, $"-{shape}-{emblem}-{hue}-{level}", $"{shape}, {emblem}, {level}"));
    }
}
