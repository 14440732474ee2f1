namespace LearningCities.Pathways;

internal static class RenamePathway
{
    public sealed record Request([property: Required, StringLength(Pathway.LongestTitle), OneLine] string Title);

    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapPut("/{pathwayId:guid}", Handle)
        .WithName(nameof(RenamePathway))
        .WithSummary("Call a pathway something else")
        .WithExample(new Request("From robots to my own workshop"))
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<ShowPathway.Response>, NotFound>> Handle(
        Guid pathwayId, Request request, ExpectedVersion expected, Caller caller, PathwaysDb db, CancellationToken cancellation)
    {
        if (await db.Of(caller).ById(pathwayId, expected, cancellation) is not { } pathway)
        {
            return TypedResults.NotFound();
        }

        pathway.Rename(request.Title.Trim());

        return await db.Commit(TypedResults.Ok(ShowPathway.Response.From(pathway)), cancellation);
    }
}
