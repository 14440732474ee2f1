using LearningCities.Badges.Verifying;

namespace LearningCities.Badges.Shares;

internal static class VerifyShare
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/shares/{code}/verification", Handle)
        .WithName(nameof(VerifyShare))
        .WithSummary("Check what is shown: who gave it, whether it was changed, whether it still holds")
        .AllowAnonymous()
        .NeverKept();

    private static async Task<Results<Ok<VerifyCredential.Response>, NotFound>> Handle(
        string code, OpenShares shares, Verifier verifier, BadgesDb db, CancellationToken cancellation) =>
        await shares.Find(code, cancellation) is var (_, award)
        && await db.Credentials.ById(award.Id, cancellation) is { } credential
            ? TypedResults.Ok(await verifier.Verify(credential.Jwt, cancellation))
            : TypedResults.NotFound();
}
