namespace LearningCities.Pathways;

internal static class ListPathways
{
    /// <param name="Next">The step to do now; null when nothing that counts is left.</param>
    public sealed record Response(
        Guid Id,
        string Title,
        int Done,
        int Of,
        int Percent,
        ShowPathway.StepShown? Next,
        DateTimeOffset? CompletedAt,
        DateTimeOffset CreatedAt,
        long Version)
    {
        internal static Response From(Pathway pathway)
        {
            var shown = ShowPathway.Response.From(pathway);
            return new(
                shown.Id,
                shown.Title,
                shown.Done,
                shown.Of,
                shown.Percent,
                shown.Next,
                shown.CompletedAt,
                pathway.CreatedAt,
                shown.Version);
        }
    }

    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapGet("/", Handle)
        .WithName(nameof(ListPathways))
        .WithSummary("The signed-in learner's pathways, newest first")
        .RequireScope(Scopes.Own);

    private static async Task<Ok<Page<Response>>> Handle(
        Cursor? cursor, Caller caller, PathwaysDb db, CancellationToken cancellation, [Range(1, 100)] int limit = 20)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var pathways = await db.Of(caller)
            .AsNoTracking()
            .Where(p => p.CreatedAt < at || (p.CreatedAt == at && p.Id < id))
            .OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id)
            .Take(limit + 1)
            .AsSplitQuery()
            .ToListAsync(cancellation);

        return TypedResults.Ok(Page.Of(pathways.Select(Response.From), limit, last => new Cursor(last.CreatedAt, last.Id)));
    }
}
