using LearningCities.Identity.People;

namespace LearningCities.Identity.Organisations;

internal static class AddMember
{
    public sealed record Request([property: EmailAddress, StringLength(Person.LongestEmail)] string Email);

    public sealed record Response(Guid Id, Guid OrganisationId, Guid PersonId, DateTimeOffset Since, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/organisations/{id:guid}/members", Handle)
        .WithName(nameof(AddMember))
        .WithSummary("Have a person act for an organisation; her next token says so")
        .WithExample(new Request("nora@example.org"))
        .RequireScope(Scopes.Manage)
        .Creates();

    private static async Task<Results<Created<Response>, NotFound>> Handle(
        Guid id, Request request, IdentityDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.OrganisationOfCity(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        var person = await db.PersonByEmail(request.Email, cancellation) ?? throw new PersonUnknownException();
        var now = clock.GetUtcNow();
        var membership = new Membership(Guid.CreateVersion7(now), person.City, organisation.Id, person.Id, now);
        db.Add(membership);

        try
        {
            return await db.Commit(
                TypedResults.Created(
                    $"/api/identity/organisations/{id}/members",
                    new Response(membership.Id, id, person.Id, now, membership.Version)),
                cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            throw new RuleViolationException("already-a-member", "This person acts for this organisation.", e);
        }
    }
}
