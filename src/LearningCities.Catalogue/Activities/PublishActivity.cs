namespace LearningCities.Catalogue.Activities;

internal static class PublishActivity
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapPost("/activities", Handle)
        .WithName(nameof(PublishActivity))
        .WithSummary("Publish an activity in the name of an organisation; it can be found a second later")
        .WithExample(WrittenActivity.Example)
        .RequireScope(Scopes.Publish)
        .Creates();

    private static async Task<Results<Created<ShowActivity.Response>, NotFound>> Handle(
        WrittenActivity.Request request, Caller caller, CatalogueDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (request.OrganisationId is not { } organisation || !caller.ActsFor(organisation))
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        var today = (await CityTime.Of(db, cancellation)).DayOf(now);
        var activity = Activity.Publish(caller.City, organisation, request.ToDetails(), today, now);
        db.Activities.Add(activity);
        db.Seats.Add(new Seats(activity.Id, activity.City));
        db.Publish(activity.ToldPublished());

        var response = (await db.Compose([activity], cancellation))[0];
        return await db.Commit(TypedResults.Created($"/api/catalogue/activities/{activity.Id}", response), cancellation);
    }
}
