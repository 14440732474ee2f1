namespace LearningCities.Pathways.Steps;

internal static class OrderSteps
{
    /// <param name="Steps">The ids of all steps, in the order she wants to go.</param>
    public sealed record Request([property: MaxLength(Pathway.MostSteps)] IReadOnlyList<Guid> Steps);

    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapPut("/{pathwayId:guid}/order", Handle)
        .WithName(nameof(OrderSteps))
        .WithSummary("Put the steps of a pathway in another order")
        .WithExample(new Request([Examples.Id]))
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<ShowPathway.Response>, NotFound>> Handle(
        Guid pathwayId, Request request, ExpectedVersion expected, Caller caller, PathwaysDb db, CancellationToken cancellation)
    {
        if (await db.Of(caller).ById(pathwayId, expected, cancellation) is not { } pathway)
        {
            return TypedResults.NotFound();
        }

        pathway.Order([.. request.Steps]);

        return await db.Commit(TypedResults.Ok(ShowPathway.Response.From(pathway)), cancellation);
    }
}
