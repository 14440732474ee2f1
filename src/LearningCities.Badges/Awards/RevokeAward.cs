namespace LearningCities.Badges.Awards;

internal static class RevokeAward
{
    public sealed record Request([property: StringLength(Award.LongestReason, MinimumLength = 3)] string Because);

    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapPut("/awards/{awardId:guid}/revocation", Handle)
        .WithName(nameof(RevokeAward))
        .WithSummary("Revoke an award, with the reason that the learner and whoever she shows it will read")
        .WithExample(new Request("It was given to the wrong person."))
        .RequireScope(Scopes.Award);

    private static async Task<Results<Ok<ShowAward.Response>, NotFound>> Handle(
        Guid awardId,
        Request request,
        ExpectedVersion expected,
        Caller caller,
        BadgesDb db,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await db.AwardsOf(caller).ById(awardId, expected, cancellation) is not { } award)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        award.Revoke(request.Because, now);
        var described = await db.Describe(award, cancellation);
        db.Publish(award.ToldRevoked(described.Badge.Name, now));

        return await db.Commit(TypedResults.Ok(described), cancellation);
    }
}
