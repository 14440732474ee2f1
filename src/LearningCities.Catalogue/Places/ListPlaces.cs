namespace LearningCities.Catalogue.Places;

internal static class ListPlaces
{
    public sealed record Response(IReadOnlyList<PlaceShown> Items, string? Next = null);

    /// <param name="Outline">Points of longitude and latitude, the first again at the end; null where nobody has drawn it.</param>
    public sealed record PlaceShown(
        string ShortName, LocalizedText Title, string Kind, double Latitude, double Longitude, IReadOnlyList<double[]>? Outline)
    {
        internal static PlaceShown Of(Place place) => new(
            place.ShortName,
            place.Title,
            place.Kind,
            place.Latitude,
            place.Longitude,
            place.Outline.Count == 0 ? null : [.. place.Outline.Chunk(2)]);
    }

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/places", Handle)
        .WithName(nameof(ListPlaces))
        .WithSummary("The parts of a city and the settlements near it, all of them: districts first")
        .AllowVisitors();

    private static async Task<Ok<Response>> Handle(CatalogueDb db, CancellationToken cancellation)
    {
        var places = await db.Places.AsNoTracking()
            .OrderBy(place => place.Kind).ThenBy(place => place.ShortName).ToListAsync(cancellation);
        return TypedResults.Ok(new Response([.. places.Select(PlaceShown.Of)]));
    }
}
