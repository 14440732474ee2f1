using System.Text;

namespace LearningCities.Badges.Awards;

internal static class ShowCredential
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/awards/{awardId:guid}/credential", Handle)
        .WithName(nameof(ShowCredential))
        .WithSummary("The learner's award as a file of her own: an Open Badge 3.0, signed (VC-JWT)")
        .Produces<string>(contentType: "application/vc+jwt")
        .RequireScope(Scopes.Own);

    private static async Task<Results<ContentHttpResult, NotFound>> Handle(
        Guid awardId, Caller caller, BadgesDb db, CancellationToken cancellation) =>
        await db.Awards.ById(awardId, cancellation) is { } award && caller.Owns(award)
        && await db.Credentials.ById(awardId, cancellation) is { } credential
            ? TypedResults.Text(credential.Jwt, "text/plain", Encoding.ASCII)
            : TypedResults.NotFound();
}
