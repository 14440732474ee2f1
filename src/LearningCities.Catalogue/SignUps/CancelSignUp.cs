namespace LearningCities.Catalogue.SignUps;

internal static class CancelSignUp
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapPut("/sign-ups/{signUpId:guid}/cancellation", Handle)
        .WithName(nameof(CancelSignUp))
        .WithSummary("Give a place back, so that somebody else can have it")
        .RequireScope(Scopes.Join);

    private static Task<Results<Ok<ShowSignUp.Response>, NotFound>> Handle(
        Guid signUpId,
        ExpectedVersion expected,
        Caller caller,
        CatalogueDb db,
        Turns turns,
        TimeProvider clock,
        CancellationToken cancellation) => db.Decide<Results<Ok<ShowSignUp.Response>, NotFound>>(async () =>
    {
        var own = db.SignUps.Where(s => s.LearnerId == caller.Person);
        if (await db.WithActivity(await own.ById(signUpId, expected, cancellation), cancellation) is not var (signUp, activity))
        {
            return TypedResults.NotFound();
        }

        using var turn = await turns.Of(activity.Id, cancellation);
        var now = clock.GetUtcNow();
        if (signUp.Cancel(now))
        {
            (await db.Seats.SingleAsync(s => s.Id == activity.Id, cancellation)).GiveBack();
            db.RelyOn(activity); // the index sees what is left
            db.Publish(signUp.ToldCancelled(activity, now, byOrganiser: false));
        }

        return await db.Commit(TypedResults.Ok(ShowSignUp.Response.Of(signUp, activity)), cancellation);
    });
}
