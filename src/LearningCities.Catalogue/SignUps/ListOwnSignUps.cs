namespace LearningCities.Catalogue.SignUps;

internal static class ListOwnSignUps
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/sign-ups", Handle)
        .WithName(nameof(ListOwnSignUps))
        .WithSummary("The caller's own places, newest first")
        .RequireScope(Scopes.Join);

    private static async Task<Ok<Page<ShowSignUp.Response>>> Handle(
        Cursor? cursor, Caller caller, CatalogueDb db, CancellationToken cancellation, [Range(1, 100)] int limit = 20) =>
        TypedResults.Ok(await db.PageOf(db.SignUps.Where(s => s.LearnerId == caller.Person), cursor, limit, cancellation));

    internal static async Task<Page<ShowSignUp.Response>> PageOf(
        this CatalogueDb db, IQueryable<SignUp> signUps, Cursor? cursor, int limit, CancellationToken cancellation)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var rows = await signUps.AsNoTracking()
            .Where(s => s.MadeAt < at || (s.MadeAt == at && s.Id < id))
            .OrderByDescending(s => s.MadeAt).ThenByDescending(s => s.Id)
            .Join(db.Activities.AsNoTracking(), s => s.ActivityId, a => a.Id, (signUp, activity) => new { signUp, activity })
            .Take(limit + 1)
            .ToListAsync(cancellation);

        return Page.Of(
            rows.Select(row => ShowSignUp.Response.Of(row.signUp, row.activity)),
            limit,
            last => new Cursor(last.MadeAt, last.Id));
    }
}
