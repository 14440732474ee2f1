using LearningCities.Catalogue.Counting;

namespace LearningCities.Catalogue.Activities;

internal static class ShowActivity
{
    public sealed record Response(
        Guid Id,
        Guid OrganisationId,
        LocalizedText OrganisationName,
        LocalizedText Title,
        LocalizedText Summary,
        LocalizedText Description,
        string Kind,
        string Mode,
        VenueShown? Place,
        string? Link,
        string? Phone,
        DateTimeOffset? StartsAt,
        DateTimeOffset? EndsAt,
        IReadOnlyList<string> Languages,
        PriceShown Price,
        IReadOnlyList<string> Skills,
        AgesShown? Ages,
        IReadOnlyList<string> Access,
        bool TakesSignUps,
        int? Capacity,
        int? PlacesLeft,
        string State,
        DateOnly? CheckedOn,
        long Version) : IVersioned
    {
        internal static Response Of(Activity activity, Beside beside) => new(
            activity.Id,
            activity.OrganisationId,
            beside.OrganisationOf(activity),
            activity.Title,
            activity.Summary,
            activity.Description,
            activity.Kind,
            activity.Mode,
            activity.Venue is { } venue
                ? new(venue.Name, venue.Address, venue.District, venue.Latitude, venue.Longitude)
                : null,
            activity.Link,
            activity.Phone,
            activity.StartsAt,
            activity.EndsAt,
            activity.Languages,
            new(activity.Price.Amount, activity.Price.Currency),
            activity.Skills,
            activity.YoungestAge is null && activity.OldestAge is null ? null : new(activity.YoungestAge, activity.OldestAge),
            activity.Access,
            activity.TakesSignUps,
            activity.Capacity,
            beside.PlacesLeftOf(activity),
            activity.State,
            activity.CheckedOn,
            activity.Version);
    }

    public sealed record VenueShown(string Name, string Address, string District, double Latitude, double Longitude);

    public sealed record PriceShown(long Amount, string Currency);

    public sealed record AgesShown(int? From, int? To);

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/activities/{activityId:guid}", Handle)
        .WithName(nameof(ShowActivity))
        .WithSummary("Show an activity; a cancelled one, too, so that a saved address says what happened")
        .AllowVisitors(); // what can be learned is public

    /// <summary>Activities as they are shown, in the order given.</summary>
    internal static async Task<IReadOnlyList<Response>> Compose(
        this CatalogueDb db, IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var beside = await Beside.Of(db, activities, cancellation);
        return [.. activities.Select(activity => Response.Of(activity, beside))];
    }

    /// <param name="asked">What was searched for, where somebody comes from what was found: it is counted, and not by whom.</param>
    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid activityId, [StringLength(200)] string? asked, HttpRequest request, CatalogueDb db, SearchCounter counter, CancellationToken cancellation)
    {
        // Places are taken without a new version of the activity: what a client has kept under its ETag may be stale.
        request.Headers.IfNoneMatch = default;

        if (await db.Activities.AsNoTracking().ById(activityId, cancellation) is not { } activity)
        {
            return TypedResults.NotFound();
        }

        counter.Opened(db.City, asked?.Trim() ?? "");
        return TypedResults.Ok((await db.Compose([activity], cancellation))[0]);
    }
}
