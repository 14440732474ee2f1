namespace LearningCities.Identity.People;

internal static class AppointOfficer
{
    public sealed record Request([property: EmailAddress, StringLength(Person.LongestEmail)] string Email);

    public sealed record Response(Guid Id);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/officers", Handle)
        .WithName(nameof(AppointOfficer))
        .WithSummary("Have a person read the city's figures; her next token says so")
        .WithExample(new Request("katalin@example.org"))
        .RequireScope(Scopes.Manage);

    private static async Task<Ok<Response>> Handle(Request request, IdentityDb db, CancellationToken cancellation)
    {
        var person = await db.PersonByEmail(request.Email, cancellation) ?? throw new PersonUnknownException();
        person.Give(Roles.Officer);

        return await db.Commit(TypedResults.Ok(new Response(person.Id)), cancellation);
    }
}
