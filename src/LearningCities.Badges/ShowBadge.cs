namespace LearningCities.Badges;

internal static class ShowBadge
{
    public sealed record Response(Guid Id, Guid OrganisationId, LocalizedText Name, DateTimeOffset? RetiredAt, long Version) : IVersioned
    {
        internal static Response Of(Badge badge) => new(badge.Id, badge.OrganisationId, badge.Name, badge.RetiredAt, badge.Version);
    }

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/{badgeId:guid}", Handle)
        .WithName(nameof(ShowBadge))
        .WithSummary("Show a badge")
        .AllowAnonymous(); // what a badge is called is public

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid badgeId, BadgesDb db, CancellationToken cancellation) =>
        await db.Badges.ById(badgeId, cancellation) is { } badge
            ? TypedResults.Ok(Response.Of(badge))
            : TypedResults.NotFound();
}
