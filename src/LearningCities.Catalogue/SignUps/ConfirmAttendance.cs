namespace LearningCities.Catalogue.SignUps;

internal static class ConfirmAttendance
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapPut("/sign-ups/{signUpId:guid}/attendance", Handle)
        .WithName(nameof(ConfirmAttendance))
        .WithSummary("Confirm that a learner took part, from 24 hours before the start")
        .RequireScope(Scopes.Attend);

    private static async Task<Results<Ok<ShowSignUp.Response>, NotFound>> Handle(
        Guid signUpId,
        ExpectedVersion expected,
        Caller caller,
        CatalogueDb db,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await db.WithActivity(await db.SignUps.ById(signUpId, expected, cancellation), cancellation) is not var (signUp, activity)
            || !caller.ActsFor(activity.OrganisationId))
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (signUp.ConfirmAttendance(activity, now))
        {
            db.Publish(signUp.ToldAttended(activity, now));
        }

        return await db.Commit(TypedResults.Ok(ShowSignUp.Response.Of(signUp, activity)), cancellation);
    }
}
