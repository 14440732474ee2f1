namespace LearningCities.Badges;

internal static class ListBadges
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/", Handle)
        .WithName(nameof(ListBadges))
        .WithSummary("The badges that can be earned in a city, or at an organisation, newest first")
        .AllowVisitors();

    private static async Task<Ok<Page<ShowBadge.Response>>> Handle(
        Guid? organisation,
        Cursor? cursor,
        BadgesDb db,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20,
        bool retired = false)
    {
        var before = (cursor ?? Cursor.Newest).Id; // ids are in order of time
        var rows = await db.Badges
            .Where(b => organisation == null || b.OrganisationId == organisation)
            .Where(b => retired || b.RetiredAt == null)
            .Where(b => b.Id < before)
            .OrderByDescending(b => b.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);

        var names = await db.NamesOf(rows.Select(b => b.OrganisationId), cancellation);
        return TypedResults.Ok(Page.Of(
            rows.Select(b => ShowBadge.Response.Of(b, names[b.OrganisationId])),
            limit,
            last => new Cursor(DateTimeOffset.MaxValue, last.Id)));
    }
}
