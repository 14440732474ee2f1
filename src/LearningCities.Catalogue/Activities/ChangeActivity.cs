namespace LearningCities.Catalogue.Activities;

internal static class ChangeActivity
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapPut("/activities/{activityId:guid}", Handle)
        .WithName(nameof(ChangeActivity))
        .WithSummary("Say anew what an activity is; everything that is not said is taken away")
        .WithExample(WrittenActivity.Example)
        .RequireScope(Scopes.Publish);

    private static Task<Results<Ok<ShowActivity.Response>, NotFound>> Handle(
        Guid activityId,
        WrittenActivity.Request request,
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

        if (request.OrganisationId is { } other && other != activity.OrganisationId)
        {
            throw new RuleViolationException("organisation-fixed", "An activity stays with the organisation that published it.");
        }

        activity.Change(request.ToDetails(), (await CityTime.Of(db, cancellation)).DayOf(clock.GetUtcNow()));
        if (await db.Seats.ById(activityId, cancellation) is { } seats)
        {
            seats.Fit(activity.Capacity);
            db.RelyOn(seats); // a place taken at this moment may be one too many
        }

        db.Publish(activity.ToldPublished());
        return await db.Commit(TypedResults.Ok((await db.Compose([activity], cancellation))[0]), cancellation);
    });
}
