namespace LearningCities.Identity.Keys;

internal static class MakeApiKey
{
    public sealed record Request(
        [property: StringLength(ApiKey.LongestName, MinimumLength = 1)] string Name,
        [property: MinLength(1), MaxLength(10)] IReadOnlyList<string> Scopes,
        [property: Range(1, ApiKey.LongestLifeInDays)] int Days = ApiKey.LongestLifeInDays);

    /// <param name="Key">The key itself, in this one answer. It is kept nowhere: a repeat of the request shows null.</param>
    public sealed record Response(Guid Id, string? Key, string Name, IReadOnlyList<string> Scopes, DateTimeOffset EndsAt);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/organisations/{id:guid}/keys", Handle)
        .WithName(nameof(MakeApiKey))
        .WithSummary("Make an API key for an organisation's own programs; it is shown once")
        .WithExample(new Request("Our own website", ["catalogue:publish", "catalogue:attend"], Days: 180))
        .RequireScope(Scopes.Manage)
        .Creates();

    private static async Task<Results<Created<Response>, NotFound>> Handle(
        Guid id, Request request, IdentityDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.OrganisationOfCity(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        var scopes = request.Scopes.Distinct().ToList();
        if (scopes.Except(Scopes.OfPartners).FirstOrDefault() is { } unknown)
        {
            throw new ProblemException(
                400, "scope-unknown", $"A key cannot have '{unknown}'. Choose of: {string.Join(", ", Scopes.OfPartners)}.");
        }

        var (key, shown) = ApiKey.Make(organisation, request.Name, scopes, TimeSpan.FromDays(request.Days), clock.GetUtcNow());
        db.Add(key);
        db.Add(key.Whereabouts());
        var saved = await db.Commit(
            TypedResults.Created(
                $"/api/identity/keys/{key.Id}", new Response(key.Id, Key: null, key.Name, key.Scopes, key.EndsAt)),
            cancellation);

        return TypedResults.Created(saved.Location, saved.Value! with { Key = shown }); // after: the saved answer has no key
    }
}
