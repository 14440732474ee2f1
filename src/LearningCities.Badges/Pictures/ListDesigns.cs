namespace LearningCities.Badges.Pictures;

internal static class ListDesigns
{
    public sealed record Response(IReadOnlyList<string> Shapes, IReadOnlyList<string> Emblems);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/designs", Handle)
        .WithName(nameof(ListDesigns))
        .WithSummary("What a badge can be made to look like")
        .AllowAnonymous();

    private static Ok<Response> Handle() => TypedResults.Ok(new Response(Outlines.Names, Emblems.Names));
}
