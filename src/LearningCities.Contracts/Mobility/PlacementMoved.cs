namespace LearningCities.Contracts.Mobility;

/// <summary>
/// A placement abroad is new or has moved on: applied for, agreed to, declined, begun, ended. Published by Mobility once that
/// is saved; the latest version is enough.
/// </summary>
/// <param name="City">The learner's, which is the sending organisation's.</param>
/// <param name="HostCity">Where she goes.</param>
/// <param name="State"><c>applied</c>, <c>agreed</c>, <c>declined</c>, <c>abroad</c>, <c>back</c> or <c>withdrawn</c>.</param>
/// <param name="Next">Who must act next: <c>learner</c>, <c>sending</c>, <c>host</c>; null when nobody must.</param>
/// <param name="OfferTitle">The offer's public title.</param>
public sealed record PlacementMoved(
    Guid City,
    Guid PlacementId,
    long Version,
    Guid LearnerId,
    Guid SendingOrganisationId,
    Guid HostOrganisationId,
    Guid HostCity,
    LocalizedText OfferTitle,
    string State,
    string? Next,
    DateTimeOffset At) : IEvent
{
    public static string Type => "city.placement.moved.v1";

    Guid IEvent.Subject => PlacementId;
}
