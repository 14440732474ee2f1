using System.Text;

namespace LearningCities.Badges.Issuing;

internal static class ShowStatusList
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/status/{listId:guid}", Handle)
        .WithName(nameof(ShowStatusList))
        .WithSummary("Which awards were revoked: a signed Bitstring Status List, in which nobody can tell whose is whose")
        .Produces<string>(contentType: "application/vc+jwt")
        .AllowAnonymous();

    private static async Task<Results<ContentHttpResult, NotFound>> Handle(
        Guid listId, Signposts signposts, BadgesDb db, StatusLists lists, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-cache"; // a revocation is to be seen at once
        await signposts.Follow($"status/{listId}", cancellation);
        return await db.StatusLists.ById(listId, cancellation) is { } list
            ? TypedResults.Text(await lists.Publish(list, db, cancellation), "application/vc+jwt", Encoding.ASCII)
            : TypedResults.NotFound();
    }
}
