using LearningCities.Catalogue.SignUps;

namespace LearningCities.Catalogue.Activities;

internal static class CancelActivity
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapPut("/activities/{activityId:guid}/cancellation", Handle)
        .WithName(nameof(CancelActivity))
        .WithSummary("Cancel an activity, and with it every place in it; those who had one are told")
        .RequireScope(Scopes.Publish);

    private static Task<Results<Ok<ShowActivity.Response>, NotFound>> Handle(
        Guid activityId,
        ExpectedVersion expected,
        Caller caller,
        CatalogueDb db,
        TimeProvider clock,
        CancellationToken cancellation) => db.Decide<Results<Ok<ShowActivity.Response>, NotFound>>(async () =>
    {
        if (await db.Activities.ById(activityId, expected, cancellation) is not { } activity
            || !caller.ActsFor(activity.OrganisationId))
        {
            return TypedResults.NotFound();
        }

        if (activity.CancelledAt is null)
        {
            var now = clock.GetUtcNow();
            activity.Cancel(now);
            db.Publish(activity.ToldCancelled(now));
            await CancelSignUps(activity, db, now, cancellation);
        }

        return await db.Commit(TypedResults.Ok((await db.Compose([activity], cancellation))[0]), cancellation);
    });

    private static async Task CancelSignUps(Activity activity, CatalogueDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        // The seats first: who signs up from now on makes the seats another version, and this is decided again.
        var seats = await db.Seats.ById(activity.Id, cancellation);
        var active = await db.SignUps
            .Where(s => s.ActivityId == activity.Id && s.CancelledAt == null && s.AttendedAt == null).ToListAsync(cancellation);
        foreach (var signUp in active)
        {
            signUp.Cancel(now);
            db.Publish(signUp.ToldCancelled(activity, now, byOrganiser: true));
        }

        seats?.GiveBack(active.Count);
    }
}
