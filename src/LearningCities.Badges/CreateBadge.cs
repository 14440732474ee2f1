namespace LearningCities.Badges;

internal static class CreateBadge
{
    public sealed record Request(Guid OrganisationId, LocalizedText Name);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPost("/", Handle)
        .WithName(nameof(CreateBadge))
        .WithSummary("Define a badge that learners can be awarded")
        .RequireScope(Scopes.Define)
        .Creates();

    private static async Task<Created<ShowBadge.Response>> Handle(
        Request request, Caller caller, BadgesDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var badge = new Badge(Guid.CreateVersion7(clock.GetUtcNow()), caller.City, request.OrganisationId, request.Name);
        db.Badges.Add(badge);

        return await db.Commit(
            TypedResults.Created($"/api/badges/{badge.Id}", ShowBadge.Response.Of(badge)), cancellation);
    }
}
