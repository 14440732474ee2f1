namespace LearningCities.Contracts.Pathways;

/// <summary>Every step of a learner's pathway that is not optional is done. Published by Pathways once that is saved.</summary>
/// <remarks>Its title stays in Pathways: a learner may have written it herself.</remarks>
public sealed record PathwayCompleted(Guid City, Guid PathwayId, long Version, Guid LearnerId, DateTimeOffset CompletedAt) : IEvent
{
    public static string Type => "city.pathway.completed.v1";

    Guid IEvent.Subject => PathwayId;
}
