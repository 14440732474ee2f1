namespace LearningCities.Catalogue.SignUps;

internal static class ShowSignUp
{
    /// <param name="Code">What the learner shows at the door, and what is in her QR code.</param>
    public sealed record Response(
        Guid Id,
        Guid ActivityId,
        LocalizedText ActivityTitle,
        DateTimeOffset? StartsAt,
        DateTimeOffset? EndsAt,
        string? PlaceName,
        Guid LearnerId,
        string State,
        string Code,
        DateTimeOffset MadeAt,
        long Version) : IVersioned
    {
        internal static Response Of(SignUp signUp, Activity activity) => new(
            signUp.Id,
            activity.Id,
            activity.Title,
            activity.StartsAt,
            activity.EndsAt,
            activity.Venue?.Name,
            signUp.LearnerId,
            signUp.State,
            signUp.Code,
            signUp.MadeAt,
            signUp.Version);
    }

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/sign-ups/{signUpId:guid}", Handle)
        .WithName(nameof(ShowSignUp))
        .WithSummary("Show the caller's own place in an activity")
        .RequireScope(Scopes.Join);

    /// <summary>A sign-up with its activity, or null.</summary>
    internal static async Task<(SignUp SignUp, Activity Activity)?> WithActivity(
        this CatalogueDb db, SignUp? signUp, CancellationToken cancellation) =>
        signUp is null ? null : (signUp, await db.Activities.SingleAsync(a => a.Id == signUp.ActivityId, cancellation));

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid signUpId, Caller caller, CatalogueDb db, CancellationToken cancellation) =>
        await db.WithActivity(await db.SignUps.ById(signUpId, cancellation), cancellation) is var (signUp, activity)
            && signUp.LearnerId == caller.Person
            ? TypedResults.Ok(Response.Of(signUp, activity))
            : TypedResults.NotFound();
}
