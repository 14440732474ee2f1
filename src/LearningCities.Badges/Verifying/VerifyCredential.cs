using LearningCities.Badges.Pictures;
using Microsoft.AspNetCore.Mvc;

namespace LearningCities.Badges.Verifying;

internal static class VerifyCredential
{
    public const int LongestCredential = 64 * 1024;

    /// <param name="Credential">A VC-JWT, or the text of an SVG picture with one baked in.</param>
    public sealed record Request([property: StringLength(LongestCredential)] string Credential);

    /// <param name="Verdict">
    /// <c>valid</c>, <c>revoked</c>, <c>expired</c>, <c>not-yet-valid</c>, <c>invalid</c>, or <c>unknown-issuer</c>: then
    /// nothing speaks against it, and nobody here knows who gave it.
    /// </param>
    /// <param name="Badge">What the credential says; null where it cannot be read.</param>
    public sealed record Response(
        string Verdict, IReadOnlyList<Check> Checks, Content? Badge, LocalizedText? IssuerName, DateTimeOffset? ValidFrom);

    /// <param name="Name">
    /// <c>readable</c>, <c>schema</c>, <c>issuer</c>, <c>signature</c>, <c>dates</c> or <c>status</c>.
    /// </param>
    /// <param name="Outcome"><c>passed</c>, <c>failed</c>, or <c>warned</c>: could not be checked, which says nothing bad.</param>
    /// <param name="Detail">A sentence in the reader's language.</param>
    public sealed record Check(string Name, string Outcome, string Detail);

    /// <param name="Picture">An address elsewhere, maybe: to be shown with care.</param>
    public sealed record Content(LocalizedText Name, LocalizedText? Description, LocalizedText? Criteria, string? Picture);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPost("/verifications", Handle)
        .WithName(nameof(VerifyCredential))
        .WithSummary("Check an Open Badge 3.0 that somebody gave you")
        .WithExample(new Request("eyJhbGciOiJFUzI1NiIsImtpZCI6Imh0dHBzOi8v…"))
        .AllowAnonymous()
        .WithMetadata(new RequestSizeLimitAttribute(2 * LongestCredential)); // before anything of it is read

    private static async Task<Ok<Response>> Handle(Request request, Verifier verifier, CancellationToken cancellation) =>
        TypedResults.Ok(await verifier.Verify(JwtIn(request.Credential.Trim()), cancellation));

    private static string JwtIn(string credential) =>
        credential.StartsWith('<') ? BakedPicture.CredentialIn(credential) ?? "" : credential;
}
