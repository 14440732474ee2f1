namespace LearningCities.Identity.Organisations;

internal static class ListOrganisations
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/organisations", Handle)
        .WithName(nameof(ListOrganisations))
        .WithSummary("The organisations of a city, newest first")
        .AllowVisitors();

    private static async Task<Ok<Page<ShowOrganisation.Response>>> Handle(
        Cursor? cursor, Caller caller, IdentityDb db, CancellationToken cancellation, [Range(1, 100)] int limit = 50)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var organisations = await db.Organisations.AsNoTracking()
            .Where(o => o.CityId == caller.City)
            .Where(o => o.CreatedAt < at || (o.CreatedAt == at && o.Id < id))
            .OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);

        var page = Page.Of(organisations, limit, last => new Cursor(last.CreatedAt, last.Id));
        return TypedResults.Ok(new Page<ShowOrganisation.Response>(
            [.. page.Items.Select(ShowOrganisation.Response.Of)], page.Next));
    }
}
