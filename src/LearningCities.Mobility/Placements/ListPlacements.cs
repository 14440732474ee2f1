namespace LearningCities.Mobility.Placements;

internal static class ListPlacements
{
    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapGet("/placements", Handle)
        .WithName(nameof(ListPlacements))
        .WithSummary("The placements that an organisation sends to or hosts, newest first")
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<Page<ShowPlacement.Response>>, NotFound>> Handle(
        Guid organisation,
        Cursor? cursor,
        Caller caller,
        MobilityDb db,
        Texts texts,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20)
    {
        if (!caller.Manages(organisation))
        {
            return TypedResults.NotFound();
        }

        var placements = db.PlacementsOf(caller)
            .Where(p => p.SendingOrganisationId == organisation || p.HostOrganisationId == organisation);
        return TypedResults.Ok(await Page(placements, cursor, limit, caller, db, texts, cancellation));
    }

    internal static async Task<Page<ShowPlacement.Response>> Page(
        IQueryable<Placement> placements,
        Cursor? cursor,
        int limit,
        Caller caller,
        MobilityDb db,
        Texts texts,
        CancellationToken cancellation)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var rows = await placements.AsNoTracking()
            .Where(p => p.AppliedAt < at || (p.AppliedAt == at && p.Id < id))
            .OrderByDescending(p => p.AppliedAt).ThenByDescending(p => p.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);

        var directory = await Directory.Of(db, rows, cancellation);
        return ServiceDefaults.Page.Of(
            rows.Select(p => ShowPlacement.Response.Of(p, caller, directory, texts)),
            limit,
            last => new Cursor(last.AppliedAt, last.Id));
    }
}
