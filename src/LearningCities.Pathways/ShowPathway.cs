namespace LearningCities.Pathways;

internal static class ShowPathway
{
    /// <param name="Done">How many of the steps that count are done. Optional and cancelled ones do not count.</param>
    /// <param name="Of">How many count.</param>
    /// <param name="Next">The step to do now, which is one of the steps; null when nothing that counts is left.</param>
    public sealed record Response(
        Guid Id,
        string Title,
        IReadOnlyList<StepShown> Steps,
        int Done,
        int Of,
        int Percent,
        StepShown? Next,
        DateTimeOffset? CompletedAt,
        long Version) : IVersioned
    {
        internal static Response From(Pathway pathway)
        {
            var steps = pathway.Steps.Select(step => StepShown.Of(step, isNow: step == pathway.Now)).ToList();
            return new(
                pathway.Id,
                pathway.Title,
                steps,
                pathway.Done,
                pathway.Of,
                pathway.Percent,
                steps.Find(step => step.State == "now"),
                pathway.CompletedAt,
                pathway.Version);
        }
    }

    /// <param name="Kind"><c>activity</c> or <c>task</c>.</param>
    /// <param name="Title">A task has one language, that of the request which wrote it.</param>
    /// <param name="State"><c>done</c>, <c>now</c> (one step at most), <c>next</c> or <c>cancelled</c>.</param>
    public sealed record StepShown(
        Guid Id,
        string Kind,
        Guid? ActivityId,
        LocalizedText Title,
        DateTimeOffset? StartsAt,
        DateTimeOffset? EndsAt,
        bool Optional,
        string State,
        DateTimeOffset? DoneAt)
    {
        internal static StepShown Of(Step step, bool isNow) => new(
            step.Id,
            step.ActivityId is null ? "task" : "activity",
            step.ActivityId,
            step.Title,
            step.Activity?.StartsAt,
            step.Activity?.EndsAt,
            step.Optional,
            step switch
            {
                { DoneAt: not null } => "done",
                { Cancelled: true } => "cancelled",
                _ => isNow ? "now" : "next",
            },
            step.DoneAt);
    }

    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapGet("/{pathwayId:guid}", Handle)
        .WithName(nameof(ShowPathway))
        .WithSummary("Show one of the learner's own pathways: its steps, how far she is, what comes next")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid pathwayId, Caller caller, PathwaysDb db, CancellationToken cancellation) =>
        await db.Of(caller).AsNoTracking().ById(pathwayId, cancellation) is { } pathway
            ? TypedResults.Ok(Response.From(pathway))
            : TypedResults.NotFound();
}
