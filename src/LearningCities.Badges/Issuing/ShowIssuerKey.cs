using System.Buffers.Text;

namespace LearningCities.Badges.Issuing;

internal static class ShowIssuerKey
{
    /// <summary>A public key as a JWK.</summary>
    public sealed record Response(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg)
    {
        internal static Response Of(IssuerKey key)
        {
            using var parsed = key.ParsePublic();
            var point = parsed.ExportParameters(includePrivateParameters: false).Q;
            return new Response(
                "EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y), key.Address, "sig", "ES256");
        }
    }

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/issuers/{organisationId:guid}/keys/{keyId:guid}", Handle)
        .WithName(nameof(ShowIssuerKey))
        .WithSummary("The key that a badge is signed with: one JWK, at the address that the badge names")
        .AllowAnonymous()
        .Kept();

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid organisationId, Guid keyId, Signposts signposts, BadgesDb db, CancellationToken cancellation)
    {
        await signposts.Follow($"issuer/{organisationId}", cancellation);
        return await db.IssuerKeys.ById(keyId, cancellation) is { } key && key.OrganisationId == organisationId
            ? TypedResults.Ok(Response.Of(key))
            : TypedResults.NotFound();
    }
}
