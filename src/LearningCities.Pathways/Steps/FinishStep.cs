namespace LearningCities.Pathways.Steps;

internal static class FinishStep
{
    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapPut("/{pathwayId:guid}/steps/{stepId:guid}/done", Handle)
        .WithName(nameof(FinishStep))
        .WithSummary("The learner has done what she had set herself")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<ShowPathway.Response>, NotFound>> Handle(
        Guid pathwayId,
        Guid stepId,
        ExpectedVersion expected,
        Caller caller,
        PathwaysDb db,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var pathway = await db.Of(caller).ById(pathwayId, expected, cancellation);
        if (pathway?.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        pathway.Finish(step, now);
        db.Settle(pathway, now);

        return await db.Commit(TypedResults.Ok(ShowPathway.Response.From(pathway)), cancellation);
    }
}
