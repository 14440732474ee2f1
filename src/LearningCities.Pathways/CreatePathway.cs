namespace LearningCities.Pathways;

internal static class CreatePathway
{
    public sealed record Request([property: Required, StringLength(Pathway.LongestTitle), OneLine] string Title);

    public static void Map(IEndpointRouteBuilder pathways) => pathways
        .MapPost("/", Handle)
        .WithName(nameof(CreatePathway))
        .WithSummary("Begin a pathway")
        .WithExample(new Request("From robots to a job"))
        .RequireScope(Scopes.Own)
        .Creates();

    private static async Task<Created<ShowPathway.Response>> Handle(
        Request request, Caller caller, PathwaysDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var person = caller.Person ?? throw new ProblemException(403, "not-allowed", "A pathway is a person's.");
        var learner = await db.Learner(person, cancellation);
        var already = await db.Of(caller).CountAsync(cancellation);
        var pathway = learner.Begin(request.Title.Trim(), already, clock.GetUtcNow());
        db.Pathways.Add(pathway);
        var first = db.Entry(learner).State is EntityState.Added;

        try
        {
            return await db.Commit(
                TypedResults.Created($"/api/pathways/{pathway.Id}", ShowPathway.Response.From(pathway)), cancellation);
        }
        catch (DbUpdateException e) when (first && e.IsUniqueViolation())
        {
            throw new DbUpdateConcurrencyException("Something else was her first at this moment: decide again.", e);
        }
    }
}
