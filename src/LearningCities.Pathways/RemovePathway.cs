namespace LearningCities.Pathways;

internal static class RemovePathway
{
    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapDelete("/{pathwayId:guid}", Handle)
        .WithName(nameof(RemovePathway))
        .WithSummary("Remove a pathway with all its steps; what the learner attended and was awarded stays")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<ShowPathway.Response>, NotFound>> Handle(
        Guid pathwayId, ExpectedVersion expected, Caller caller, PathwaysDb db, CancellationToken cancellation)
    {
        if (await db.Of(caller).ById(pathwayId, expected, cancellation) is not { } pathway)
        {
            return TypedResults.NotFound();
        }

        var last = ShowPathway.Response.From(pathway);
        db.Pathways.Remove(pathway);

        return await db.Commit(TypedResults.Ok(last), cancellation);
    }
}
