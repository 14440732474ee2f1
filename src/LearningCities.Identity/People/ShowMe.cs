using LearningCities.Identity.Tokens;

namespace LearningCities.Identity.People;

internal static class ShowMe
{
    public sealed record Response(
        Guid Id,
        string Name,
        string Email,
        string Language,
        Guid City,
        IReadOnlyList<string> Roles,
        IReadOnlyList<OrganisationOfMine> Organisations,
        long Version) : IVersioned;

    public sealed record OrganisationOfMine(Guid Id, LocalizedText Name);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/me", Handle)
        .WithName(nameof(ShowMe))
        .WithSummary("Who I am here, and what for")
        .RequireScope(Scopes.Self);

    internal static async Task<Response> Of(Person person, IdentityDb db, CancellationToken cancellation)
    {
        var organisations = await db.Memberships
            .Where(m => m.PersonId == person.Id && m.EndedAt == null)
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (_, o) => new OrganisationOfMine(o.Id, o.Name))
            .ToListAsync(cancellation);
        var rights = Rights.Of(person, organisations.Select(o => o.Id));
        return new(
            person.Id, person.Name, person.Email, person.Language, person.City, rights.Roles, organisations, person.Version);
    }

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Caller caller, IdentityDb db, CancellationToken cancellation) =>
        caller.Person is { } id && await db.People.ById(id, cancellation) is { } me
            ? TypedResults.Ok(await Of(me, db, cancellation))
            : TypedResults.NotFound();
}
