namespace LearningCities.Contracts.Catalogue;

/// <summary>A learner has given her place in an activity back, or lost it because the activity was cancelled. Published by Catalogue once that is saved.</summary>
/// <param name="Version">The sign-up's.</param>
/// <param name="District">The short name of the part of the city where the activity happens; empty for online.</param>
/// <param name="ByOrganiser">True where the activity was cancelled; false where the learner gave her place back.</param>
public sealed record SignUpCancelled(
    Guid City,
    Guid SignUpId,
    long Version,
    Guid ActivityId,
    Guid OrganisationId,
    Guid LearnerId,
    LocalizedText ActivityTitle,
    string District,
    DateTimeOffset At,
    bool ByOrganiser = false) : IEvent
{
    public static string Type => "city.signup.cancelled.v1";

    Guid IEvent.Subject => SignUpId;
}
