namespace LearningCities.Pathways.Steps;

internal static class ReopenStep
{
    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapDelete("/{pathwayId:guid}/steps/{stepId:guid}/done", Handle)
        .WithName(nameof(ReopenStep))
        .WithSummary("A task was not done after all")
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

        pathway.Reopen(step);
        db.Settle(pathway, clock.GetUtcNow());

        return await db.Commit(TypedResults.Ok(ShowPathway.Response.From(pathway)), cancellation);
    }
}
