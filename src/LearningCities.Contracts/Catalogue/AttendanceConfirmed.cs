namespace LearningCities.Contracts.Catalogue;

/// <summary>The organisation has confirmed that a learner took part. Published by Catalogue once that is saved.</summary>
/// <param name="Version">The sign-up's.</param>
/// <param name="District">The short name of the part of the city where the activity happens; empty for online.</param>
public sealed record AttendanceConfirmed(
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
    public static string Type => "city.signup.attended.v1";

    Guid IEvent.Subject => SignUpId;
}
