namespace LearningCities.Badges.Awards;

internal static class ListMyAwards
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/awards/mine", Handle)
        .WithName(nameof(ListMyAwards))
        .WithSummary("The signed-in learner's awards, newest first, those that were revoked among them")
        .RequireScope(Scopes.Own);

    private static async Task<Ok<Page<ShowAward.Response>>> Handle(
        Cursor? cursor, Caller caller, BadgesDb db, CancellationToken cancellation, [Range(1, 100)] int limit = 20) =>
        TypedResults.Ok(await db.PageOf(db.Awards.Where(a => a.LearnerId == caller.Person), cursor, limit, cancellation));
}
