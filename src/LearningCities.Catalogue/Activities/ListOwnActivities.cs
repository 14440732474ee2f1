namespace LearningCities.Catalogue.Activities;

internal static class ListOwnActivities
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/activities/mine", Handle)
        .WithName(nameof(ListOwnActivities))
        .WithSummary("The activities of the caller's organisations, or of one of them, newest first: past and cancelled ones, too")
        .RequireScope(Scopes.Publish);

    private static async Task<Ok<Page<ShowActivity.Response>>> Handle(
        Guid? organisation,
        Cursor? cursor,
        Caller caller,
        CatalogueDb db,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var organisations = caller.Organisations.Where(own => organisation is null || own == organisation).ToList();
        var rows = await db.Activities.AsNoTracking()
            .Where(a => organisations.Contains(a.OrganisationId))
            .Where(a => a.PublishedAt < at || (a.PublishedAt == at && a.Id < id))
            .OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);

        var published = rows.ToDictionary(a => a.Id, a => a.PublishedAt);
        return TypedResults.Ok(Page.Of(
            await db.Compose(rows, cancellation), limit, last => new Cursor(published[last.Id], last.Id)));
    }
}
