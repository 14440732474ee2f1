namespace LearningCities.Catalogue.SignUps;

internal static class SignUpForActivity
{
    /// <summary>Nothing needs to be said: who signs up is in the token.</summary>
    public sealed record Request;

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapPost("/activities/{activityId:guid}/sign-ups", Handle)
        .WithName(nameof(SignUpForActivity))
        .WithSummary("Take a place in an activity")
        .WithExample(new Request())
        .RequireScope(Scopes.Join)
        .Creates();

    private static async Task<Results<Created<ShowSignUp.Response>, NotFound>> Handle(
        Guid activityId,
        Request request,
        Caller caller,
        CatalogueDb db,
        Turns turns,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        using var turn = await turns.Of(activityId, cancellation);
        if (caller.Person is not { } learner
            || await db.Activities.ById(activityId, cancellation) is not { } activity)
        {
            return TypedResults.NotFound();
        }

        if (await db.SignUps.AnyAsync(
            s => s.ActivityId == activityId && s.LearnerId == learner && s.CancelledAt == null, cancellation))
        {
            throw AlreadySignedUp(null); // said before "full", which would send someone away who has a place
        }

        var seats = await db.Seats.ById(activityId, cancellation)
            ?? db.Seats.Add(new Seats(activityId, activity.City)).Entity; // what was brought in has none yet
        var signUp = activity.SignUp(learner, seats, clock.GetUtcNow());
        db.RelyOn(activity); // if it is changed or cancelled at this moment, decide again; and the index sees what is left
        db.SignUps.Add(signUp);
        db.Publish(signUp.ToldMade(activity));

        try
        {
            return await db.Commit(
                TypedResults.Created($"/api/catalogue/sign-ups/{signUp.Id}", ShowSignUp.Response.Of(signUp, activity)), cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            throw AlreadySignedUp(e); // between the look and the commit: the unique index decides
        }
    }

    private static RuleViolationException AlreadySignedUp(Exception? inner) =>
        new("already-signed-up", "You have a place in this activity already.", inner);
}
