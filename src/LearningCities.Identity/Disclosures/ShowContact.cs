namespace LearningCities.Identity.Disclosures;

internal static class ShowContact
{
    public sealed record Response(string Name, string Email, string Language);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/people/{id:guid}/contact", Handle)
        .WithName(nameof(ShowContact))
        .WithSummary("Where to write to somebody, for the program that does")
        .RequireScope(Scopes.Contact);

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid id, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.People.ById(id, cancellation) is not { } person)
        {
            return TypedResults.NotFound();
        }

        db.Add(AuditEntry.OfProgram(person.Id, person.City, caller.Subject, "contact", because: null, clock.GetUtcNow()));

        return await db.Commit(TypedResults.Ok(new Response(person.Name, person.Email, person.Language)), cancellation);
    }
}
