namespace LearningCities.Identity.Disclosures;

internal static class ListMyAudit
{
    /// <param name="OrganisationName">Who was shown it; null where it was a program of the suite.</param>
    /// <param name="Program">Its name, for instance <c>notifications</c>, or <c>administration</c> for the city's own; null where
    /// it was an organisation.</param>
    /// <param name="What"><c>name</c>, <c>contact</c>, <c>letter</c> or <c>role</c>.</param>
    public sealed record Response(DateTimeOffset At, LocalizedText? OrganisationName, string? Program, string What);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/me/audit", Handle)
        .WithName(nameof(ListMyAudit))
        .WithSummary("Who looked at my data, newest first")
        .RequireScope(Scopes.Self);

    private static async Task<Ok<Page<Response>>> Handle(
        Cursor? cursor, Caller caller, IdentityDb db, CancellationToken cancellation, [Range(1, 100)] int limit = 20)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var entries = await db.Audit.AsNoTracking()
            .Where(e => e.City == caller.City && e.PersonId == caller.Person)
            .Where(e => e.At < at || (e.At == at && e.Id < id))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);

        var page = Page.Of(entries, limit, last => new Cursor(last.At, last.Id));
        var ids = page.Items.Select(e => e.OrganisationId).OfType<Guid>().Distinct().ToList();
        var names = await db.Organisations.AsNoTracking()
            .Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var told = page.Items.Select(e => new Response(
            e.At,
            e.OrganisationId is { } organisation ? names.GetValueOrDefault(organisation) : null,
            e.OrganisationId is not null ? null : Guid.TryParse(e.By, out _) ? "administration" : e.By,
            e.What));
        return TypedResults.Ok(new Page<Response>([.. told], page.Next));
    }
}
