namespace LearningCities.Contracts.Catalogue;

/// <summary>A learner has a place in an activity. Published by Catalogue once that is saved.</summary>
/// <param name="Version">The sign-up's.</param>
/// <param name="District">The short name of the part of the city where the activity happens; empty for online.</param>
public sealed record SignUpMade(
    Guid City,
    Guid SignUpId,
    long Version,
    Guid ActivityId,
    Guid OrganisationId,
    Guid LearnerId,
    LocalizedText ActivityTitle,
    string District,
    DateTimeOffset At) : IEvent
{
    public static string Type => "city.signup.made.v1";

    Guid IEvent.Subject => SignUpId;
}
