using LearningCities.Badges.Pictures;

namespace LearningCities.Badges;

internal static class ShowBadge
{
    /// <param name="OrganisationName">Empty until the suite has heard of the organisation.</param>
    public sealed record Response(
        Guid Id,
        Guid OrganisationId,
        LocalizedText OrganisationName,
        LocalizedText Name,
        LocalizedText Description,
        LocalizedText Criteria,
        string[] Skills,
        int Level,
        Look Design,
        DateTimeOffset? RetiredAt,
        long Version) : IVersioned
    {
        internal static Response Of(Badge badge, LocalizedText organisation) => new(
            badge.Id,
            badge.OrganisationId,
            organisation,
            badge.Name,
            badge.Description,
            badge.Criteria,
            badge.Skills,
            badge.Level,
            new Look(badge.Design.Shape, badge.Design.Emblem, badge.Design.Hue),
            badge.RetiredAt,
            badge.Version);
    }

    /// <param name="Shape">One of those that <c>/api/badges/designs</c> lists.</param>
    /// <param name="Emblem">One of those that <c>/api/badges/designs</c> lists.</param>
    /// <param name="Hue">Degrees on the colour circle.</param>
    public sealed record Look(
        [property: DrawnShape] string Shape,
        [property: DrawnEmblem] string Emblem,
        [property: Range(0, 359)] int Hue);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/{badgeId:guid}", Handle)
        .WithName(nameof(ShowBadge))
        .WithSummary("Show a badge")
        .AllowVisitors(); // what a badge is called, and for what it is given, is public

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid badgeId, BadgesDb db, CancellationToken cancellation) =>
        await db.Badges.ById(badgeId, cancellation) is { } badge
            ? TypedResults.Ok(Response.Of(badge, await db.NameOf(badge.OrganisationId, cancellation)))
            : TypedResults.NotFound();
}
