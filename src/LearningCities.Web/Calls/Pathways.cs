namespace LearningCities.Web.Calls;

/// <summary>A learner's pathway: whole, or in a list without its steps.</summary>
/// <param name="Done">How many of the steps that count are done.</param>
public sealed record PathwayShown(
    Guid Id,
    string Title,
    IReadOnlyList<StepShown>? Steps,
    int Done,
    int Of,
    int Percent,
    StepShown? Next,
    DateTimeOffset? CompletedAt,
    long Version);

/// <param name="Kind"><c>activity</c> or <c>task</c>.</param>
/// <param name="State"><c>done</c>, <c>now</c>, <c>next</c> or <c>cancelled</c>.</param>
public sealed record StepShown(
    Guid Id,
    string Kind,
    Guid? ActivityId,
    LocalizedText Title,
    DateTimeOffset? StartsAt,
    bool Optional,
    string State,
    DateTimeOffset? DoneAt);
