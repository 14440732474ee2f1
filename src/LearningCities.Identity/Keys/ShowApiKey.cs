namespace LearningCities.Identity.Keys;

internal static class ShowApiKey
{
    public sealed record Response(
        Guid Id,
        Guid OrganisationId,
        string Name,
        IReadOnlyList<string> Scopes,
        DateTimeOffset CreatedAt,
        DateTimeOffset EndsAt,
        DateTimeOffset? LastUsedAt,
        DateTimeOffset? WithdrawnAt,
        long Version) : IVersioned
    {
        internal static Response Of(ApiKey key) => new(
            key.Id, key.OrganisationId, key.Name, key.Scopes, key.CreatedAt, key.EndsAt, key.LastUsedAt, key.WithdrawnAt, key.Version);
    }

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/keys/{id:guid}", Handle)
        .WithName(nameof(ShowApiKey))
        .WithSummary("What an API key is for and when it was last used; never the key itself")
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid id, IdentityDb db, CancellationToken cancellation) =>
        await db.ApiKeys.ById(id, cancellation) is { } key
            ? TypedResults.Ok(Response.Of(key))
            : TypedResults.NotFound();
}
