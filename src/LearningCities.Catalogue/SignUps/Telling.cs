namespace LearningCities.Catalogue.SignUps;

/// <summary>What the suite is told of a learner's place.</summary>
internal static class Telling
{
    public static SignUpMade ToldMade(this SignUp signUp, Activity activity) => new(
        signUp.City, signUp.Id, signUp.Version, activity.Id, activity.OrganisationId, signUp.LearnerId, activity.Title,
        activity.Venue?.District ?? "", signUp.MadeAt);

    public static SignUpCancelled ToldCancelled(this SignUp signUp, Activity activity, DateTimeOffset now, bool byOrganiser) => new(
        signUp.City, signUp.Id, signUp.Version, activity.Id, activity.OrganisationId, signUp.LearnerId, activity.Title,
        activity.Venue?.District ?? "", now, byOrganiser);

    public static AttendanceConfirmed ToldAttended(this SignUp signUp, Activity activity, DateTimeOffset now) => new(
        signUp.City, signUp.Id, signUp.Version, activity.Id, activity.OrganisationId, signUp.LearnerId, activity.Title,
        activity.Venue?.District ?? "", now);
}
