namespace LearningCities.Badges.Issuing;

internal static class ShowAchievement
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/{badgeId:guid}/achievement", Handle)
        .WithName(nameof(ShowAchievement))
        .WithSummary("What a badge stands for (Open Badges 3.0 Achievement)")
        .Produces<AchievementDocument>()
        .AllowAnonymous()
        .Kept();

    private static async Task<Results<JsonHttpResult<AchievementDocument>, NotFound>> Handle(
        Guid badgeId, Signposts signposts, BadgesDb db, Addresses addresses, CancellationToken cancellation)
    {
        await signposts.Follow($"badge/{badgeId}", cancellation);
        return await db.Badges.ById(badgeId, cancellation) is { } badge
            ? TypedResults.Json(AchievementDocument.Of(badge, addresses), Documents.Plain.AchievementDocument)
            : TypedResults.NotFound();
    }
}
