namespace LearningCities.Catalogue.Activities;

/// <summary>What the suite is told of an activity.</summary>
internal static class Telling
{
    public static ActivityPublished ToldPublished(this Activity activity) => new(
        activity.City,
        activity.Id,
        activity.Version,
        activity.OrganisationId,
        activity.Title,
        activity.Kind,
        activity.Venue?.District ?? "",
        activity.StartsAt,
        activity.EndsAt,
        activity.Skills);

    public static ActivityCancelled ToldCancelled(this Activity activity, DateTimeOffset now) =>
        new(activity.City, activity.Id, activity.Version, activity.OrganisationId, activity.Title, now);
}
