namespace LearningCities.Identity.Disclosures;

internal static class ListPeople
{
    public sealed record Response(IReadOnlyList<Named> Items);

    public sealed record Named(Guid Id, string Name);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/people", Handle)
        .WithName(nameof(ListPeople))
        .WithSummary("The names of learners who have to do with one of your organisations; others are left out")
        .RequireScope(Scopes.People);

    private static async Task<Ok<Response>> Handle(
        [MaxLength(100)] Guid[] ids,
        Caller caller,
        IdentityDb db,
        IServiceScopeFactory scopes,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var organisations = caller.Organisations.ToList();
        var disclosed = await db.Disclosures.AsNoTracking()
            .Where(d => d.Open && ids.Contains(d.LearnerId) && organisations.Contains(d.OrganisationId))
            .ToListAsync(cancellation);

        var names = new List<Named>();
        foreach (var city in disclosed.DistinctBy(d => d.LearnerId).GroupBy(d => d.LearnerCity))
        {
            names.AddRange(await Show(scopes, city, caller.Subject, clock.GetUtcNow(), cancellation));
        }

        return TypedResults.Ok(new Response(names));
    }

    /// <summary>In the learners' own city, with a scope for it: the audit is committed there before a name is let out.</summary>
    private static async Task<List<Named>> Show(
        IServiceScopeFactory scopes,
        IGrouping<Guid, Disclosure> disclosed,
        string by,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(disclosed.Key, "people");
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();

        var learners = disclosed.Select(d => d.LearnerId).ToList();
        var names = await db.People.AsNoTracking()
            .Where(p => learners.Contains(p.Id))
            .Select(p => new Named(p.Id, p.Name))
            .ToListAsync(cancellation);
        db.AddRange(disclosed.IntersectBy(names.Select(n => n.Id), d => d.LearnerId)
            .Select(d => AuditEntry.OfOrganisation(d, by, now)));
        await db.Commit(cancellation);
        return names;
    }
}
