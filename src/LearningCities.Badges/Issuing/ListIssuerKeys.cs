namespace LearningCities.Badges.Issuing;

internal static class ListIssuerKeys
{
    /// <summary>A JWK Set.</summary>
    public sealed record Response(IReadOnlyList<ShowIssuerKey.Response> Keys);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/issuers/{organisationId:guid}/jwks", Handle)
        .WithName(nameof(ListIssuerKeys))
        .WithSummary("All keys that an organisation signs or has ever signed with, the present one first")
        .AllowAnonymous()
        .Kept();

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid organisationId, Signposts signposts, BadgesDb db, CancellationToken cancellation)
    {
        await signposts.Follow($"issuer/{organisationId}", cancellation);
        var keys = await db.IssuerKeys
            .Where(k => k.OrganisationId == organisationId)
            .OrderByDescending(k => k.Generation)
            .ToListAsync(cancellation);
        return keys is [] ? TypedResults.NotFound() : TypedResults.Ok(new Response([.. keys.Select(ShowIssuerKey.Response.Of)]));
    }
}
