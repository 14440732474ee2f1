namespace LearningCities.Identity.Cities;

internal static class ChangeCity
{
    public sealed record Request(
        LocalizedText Name,
        [property: Range(-90d, 90d)] double Latitude,
        [property: Range(-180d, 180d)] double Longitude,
        [property: Range(0, 360)] int Hue,
        [property: Range(0, 360)] int AccentHue,
        [property: RegularExpression("[A-Z]{3}")] string Currency,
        [property: MinLength(1), MaxLength(20)] IReadOnlyList<string> Languages,
        [property: StringLength(50)] string? Phone = null,
        [property: StringLength(60)] string? TimeZone = null);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPut("/cities/{id:guid}", Handle)
        .WithName(nameof(ChangeCity))
        .WithSummary("Change what is publicly known of your city")
        .WithExample(new Request(new("hu", "Szeged"), 46.2530, 20.1414, 258, 40, "HUF", ["hu", "en"], "+36 62 123 456", "Europe/Budapest"))
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<ShowCity.Response>, NotFound>> Handle(
        Guid id, Request request, ExpectedVersion expected, Caller caller, IdentityDb db, CancellationToken cancellation)
    {
        if (id != caller.City || await db.Cities.SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } city)
        {
            return TypedResults.NotFound(); // another city's administrators change that one
        }

        expected.OrRefuse(city.Version);
        city.Change(FactsOf(request, city.Facts));
        db.Publish(city.Changed());

        return await db.Commit(TypedResults.Ok(ShowCity.Response.Of(city)), cancellation);
    }

    private static CityFacts FactsOf(Request request, CityFacts now)
    {
        Names.OrRefuse(request.Name, Names.Longest);
        var languages = request.Languages.Select(l => l.ToLowerInvariant()).Distinct().ToList();
        if (!languages.All(Names.IsLanguage))
        {
            throw new ProblemException(400, "language-unknown", "A language is two letters: 'hu', 'en'.");
        }

        if (request.TimeZone is { } zone && !TimeZones.IsKnown(zone))
        {
            throw new ProblemException(400, "time-zone-unknown", "A time zone has an IANA name: 'Europe/Budapest'.");
        }

        return new(
            request.Name, request.TimeZone ?? now.TimeZone, request.Currency, languages,
            request.Latitude, request.Longitude, request.Hue, request.AccentHue, request.Phone);
    }
}
