namespace LearningCities.Identity.Cities;

internal static class ShowCity
{
    public sealed record Response(
        Guid Id,
        string ShortName,
        LocalizedText Name,
        string TimeZone,
        string Currency,
        IReadOnlyList<string> Languages,
        double Latitude,
        double Longitude,
        int Hue,
        int AccentHue,
        string? Phone,
        long Version) : IVersioned
    {
        internal static Response Of(City city)
        {
            var facts = city.Facts;
            return new(
                city.Id, city.ShortName, facts.Name, facts.TimeZone, facts.Currency, facts.Languages,
                facts.Latitude, facts.Longitude, facts.Hue, facts.AccentHue, facts.Phone, city.Version);
        }
    }

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/cities/{shortNameOrId}", Handle)
        .WithName(nameof(ShowCity))
        .WithSummary("Show a city, by its short name or id")
        .AllowAnonymous();

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        string shortNameOrId, IdentityDb db, CancellationToken cancellation)
    {
        var city = Guid.TryParse(shortNameOrId, out var id)
            ? await db.Cities.SingleOrDefaultAsync(c => c.Id == id, cancellation)
            : await db.Cities.SingleOrDefaultAsync(c => c.ShortName == shortNameOrId, cancellation);
        return city is null ? TypedResults.NotFound() : TypedResults.Ok(Response.Of(city));
    }
}
