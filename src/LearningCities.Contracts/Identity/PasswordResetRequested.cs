namespace LearningCities.Contracts.Identity;

/// <summary>
/// A person has asked for a new password. Published by Identity once that is saved; who writes the letter asks Identity for
/// the link at that moment, because a queue is no place for it.
/// </summary>
[NeverToldAgain("The request is over, and its link with it; who still wants a new password asks again.")]
public sealed record PasswordResetRequested(
    Guid City, Guid RequestId, long Version, Guid PersonId, DateTimeOffset RequestedAt) : IEvent
{
    public static string Type => "city.password-reset.requested.v1";

    Guid IEvent.Subject => RequestId;
}
