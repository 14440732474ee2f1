using System.Text;

namespace LearningCities.Badges.Shares;

internal static class ShowSharedCredential
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/shares/{code}/credential", Handle)
        .WithName(nameof(ShowSharedCredential))
        .WithSummary("The shown award as a signed Open Badge 3.0 (VC-JWT)")
        .Produces<string>(contentType: "application/vc+jwt")
        .AllowAnonymous()
        .NeverKept();

    private static async Task<Results<ContentHttpResult, NotFound>> Handle(
        string code, OpenShares shares, BadgesDb db, CancellationToken cancellation) =>
        await shares.Find(code, cancellation) is var (_, award)
        && await db.Credentials.ById(award.Id, cancellation) is { } credential
            ? TypedResults.Text(credential.Jwt, "text/plain", Encoding.ASCII)
            : TypedResults.NotFound();
}
