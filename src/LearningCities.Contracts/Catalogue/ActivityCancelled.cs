namespace LearningCities.Contracts.Catalogue;

/// <summary>An activity will not take place. Published by Catalogue once that is saved.</summary>
public sealed record ActivityCancelled(
    Guid City, Guid ActivityId, long Version, Guid OrganisationId, LocalizedText Title, DateTimeOffset CancelledAt) : IEvent
{
    public static string Type => "city.activity.cancelled.v1";

    Guid IEvent.Subject => ActivityId;
}
