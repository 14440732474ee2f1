namespace LearningCities.Identity.Keys;

internal static class ListApiKeys
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/organisations/{id:guid}/keys", Handle)
        .WithName(nameof(ListApiKeys))
        .WithSummary("An organisation's API keys, newest first")
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<Page<ShowApiKey.Response>>, NotFound>> Handle(
        Guid id, Cursor? cursor, IdentityDb db, CancellationToken cancellation, [Range(1, 100)] int limit = 20)
    {
        if (await db.OrganisationOfCity(id, cancellation) is null)
        {
            return TypedResults.NotFound();
        }

        var (at, last) = cursor ?? Cursor.Newest;
        var keys = await db.ApiKeys.AsNoTracking()
            .Where(k => k.OrganisationId == id)
            .Where(k => k.CreatedAt < at || (k.CreatedAt == at && k.Id < last))
            .OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);

        return TypedResults.Ok(Page.Of(keys.Select(ShowApiKey.Response.Of), limit, k => new Cursor(k.CreatedAt, k.Id)));
    }
}
