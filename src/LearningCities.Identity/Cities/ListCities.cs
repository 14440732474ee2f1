namespace LearningCities.Identity.Cities;

internal static class ListCities
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/cities", Handle)
        .WithName(nameof(ListCities))
        .WithSummary("All cities of this installation, newest first")
        .AllowAnonymous();

    private static async Task<Ok<Page<ShowCity.Response>>> Handle(
        Cursor? cursor, IdentityDb db, CancellationToken cancellation, [Range(1, 100)] int limit = 100)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var cities = await db.Cities.AsNoTracking()
            .Where(c => c.CreatedAt < at || (c.CreatedAt == at && c.Id < id))
            .OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);

        var page = Page.Of(cities, limit, last => new Cursor(last.CreatedAt, last.Id));
        return TypedResults.Ok(new Page<ShowCity.Response>([.. page.Items.Select(ShowCity.Response.Of)], page.Next));
    }
}
