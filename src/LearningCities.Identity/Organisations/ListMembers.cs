using LearningCities.Identity.Disclosures;

namespace LearningCities.Identity.Organisations;

internal static class ListMembers
{
    public sealed record Response(Guid Id, Guid PersonId, string Name, DateTimeOffset Since, long Version);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/organisations/{id:guid}/members", Handle)
        .WithName(nameof(ListMembers))
        .WithSummary("Who acts for an organisation, newest first")
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<Page<Response>>, NotFound>> Handle(
        Guid id,
        Cursor? cursor,
        Caller caller,
        IdentityDb db,
        TimeProvider clock,
        CancellationToken cancellation,
        [Range(1, 100)] int limit = 50)
    {
        if (await db.OrganisationOfCity(id, cancellation) is null)
        {
            return TypedResults.NotFound();
        }

        var (at, last) = cursor ?? Cursor.Newest;
        var members = await db.Memberships
            .Where(m => m.OrganisationId == id && m.EndedAt == null)
            .Where(m => m.Since < at || (m.Since == at && m.Id < last))
            .OrderByDescending(m => m.Since).ThenByDescending(m => m.Id)
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new Response(m.Id, p.Id, p.Name, m.Since, m.Version))
            .Take(limit + 1)
            .ToListAsync(cancellation);
        var page = Page.Of(members, limit, m => new Cursor(m.Since, m.Id));

        db.AddRange(page.Items.Select(m => AuditEntry.OfProgram(
            m.PersonId, caller.City, caller.Subject, "role", because: m.Id, clock.GetUtcNow())));
        return await db.Commit(TypedResults.Ok(page), cancellation);
    }
}
