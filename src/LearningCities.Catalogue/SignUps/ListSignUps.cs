namespace LearningCities.Catalogue.SignUps;

internal static class ListSignUps
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/activities/{activityId:guid}/sign-ups", Handle)
        .WithName(nameof(ListSignUps))
        .WithSummary("Who has a place in an activity or gave it back, newest first, for the organisation's people")
        .RequireScope(Scopes.Attend);

    private static async Task<Results<Ok<Page<ShowSignUp.Response>>, NotFound>> Handle(
        Guid activityId,
        Cursor? cursor,
        Caller caller,
        CatalogueDb db,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 20)
    {
        if (await db.Activities.ById(activityId, cancellation) is not { } activity || !caller.ActsFor(activity.OrganisationId))
        {
            return TypedResults.NotFound();
        }

        var signUps = db.SignUps.Where(s => s.ActivityId == activityId);
        return TypedResults.Ok(await db.PageOf(signUps, cursor, limit, cancellation));
    }
}
