namespace LearningCities.Mobility.Placements;

internal static class ListMyPlacements
{
    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapGet("/placements/mine", Handle)
        .WithName(nameof(ListMyPlacements))
        .WithSummary("The signed-in learner's placements, newest first")
        .RequireScope(Scopes.Own);

    private static async Task<Ok<Page<ShowPlacement.Response>>> Handle(
        Cursor? cursor,
        Caller caller,
        MobilityDb db,
        Texts texts,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20)
    {
        var mine = db.PlacementsOf(caller).Where(p => p.LearnerId == caller.Person);
        return TypedResults.Ok(await ListPlacements.Page(mine, cursor, limit, caller, db, texts, cancellation));
    }
}
