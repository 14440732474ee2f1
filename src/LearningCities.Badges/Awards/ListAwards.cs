namespace LearningCities.Badges.Awards;

internal static class ListAwards
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/awards", Handle)
        .WithName(nameof(ListAwards))
        .WithSummary("The awards that an organisation made, newest first, to those who act for it")
        .RequireScope(Scopes.Award);

    private static async Task<Results<Ok<Page<ShowAward.Response>>, NotFound>> Handle(
        Guid organisation,
        Guid? badge,
        Cursor? cursor,
        Caller caller,
        BadgesDb db,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20)
    {
        if (!caller.ActsFor(organisation))
        {
            return TypedResults.NotFound();
        }

        var awards = db.Awards.Where(a => a.OrganisationId == organisation && (badge == null || a.BadgeId == badge));
        return TypedResults.Ok(await db.PageOf(awards, cursor, limit, cancellation));
    }
}
