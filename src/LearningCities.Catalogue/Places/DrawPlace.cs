namespace LearningCities.Catalogue.Places;

internal static class DrawPlace
{
    private const int MostPoints = 2000;

    /// <param name="Outline">Points of longitude and latitude around it.</param>
    public sealed record Request(
        [property: Texts(100, Needed = true)] LocalizedText Title,
        [property: Known(Words.PlaceKinds)] string Kind,
        [property: Range(-90.0, 90.0)] double Latitude,
        [property: Range(-180.0, 180.0)] double Longitude,
        IReadOnlyList<double[]>? Outline = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Outline?.Count is < 4 or > MostPoints)
            {
                yield return new($"An outline has 4 to {MostPoints} points, the first again at the end.", [nameof(Outline)]);
            }

            for (var i = 0; i < (Outline?.Count ?? 0); i++)
            {
                if (Outline![i] is not [>= -180 and <= 180, >= -90 and <= 90])
                {
                    yield return new("A point is a longitude and a latitude.", [$"{nameof(Outline)}[{i}]"]);
                }
            }
        }
    }

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapPut("/places/{shortName:regex(^[a-z0-9]+(-[a-z0-9]+)*$):maxlength(100)}", Handle)
        .WithName(nameof(DrawPlace))
        .WithSummary("Say where a part of the city is, a new one or one that is known")
        .WithExample(new Request(new("hu", "Tarján"), "district", 46.2636, 20.1672))
        .RequireScope(Scopes.Manage);

    // No If-Match: whoever draws a place says all of it, and the last drawing holds.
    private static Task<Ok<ListPlaces.PlaceShown>> Handle(
        string shortName, Request request, CatalogueDb db, TimeProvider clock, CancellationToken cancellation) => db.Decide(async () =>
    {
        var place = await db.Places.SingleOrDefaultAsync(p => p.ShortName == shortName, cancellation)
            ?? db.Places.Add(new Place(Guid.CreateVersion7(clock.GetUtcNow()), db.City, shortName)).Entity;
        place.Draw(
            request.Title, request.Kind, request.Latitude, request.Longitude, (request.Outline ?? []).SelectMany(point => point));
        return await db.Commit(TypedResults.Ok(ListPlaces.PlaceShown.Of(place)), cancellation);
    });
}
