namespace LearningCities.Mobility.Placements;

internal static class WithdrawPlacement
{
    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapPut("/placements/{placementId:guid}/withdrawal", Handle)
        .WithName(nameof(WithdrawPlacement))
        .WithSummary("Take your application back, as long as you have not left")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<ShowPlacement.Response>, NotFound>> Handle(
        Guid placementId,
        ExpectedVersion expected,
        Caller caller,
        MobilityDb db,
        Texts texts,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await db.PlacementsOf(caller).ById(placementId, expected, cancellation) is not { } placement
            || !placement.RolesOf(caller).Contains(Role.Learner))
        {
            return TypedResults.NotFound(); // hers alone
        }

        var version = placement.Version;
        placement.Withdraw();
        if (placement.Version != version)
        {
            db.Publish(placement.Moved(clock.GetUtcNow()));
        }

        var directory = await Directory.Of(db, [placement], cancellation);
        return await db.Commit(
            TypedResults.Ok(ShowPlacement.Response.Of(placement, caller, directory, texts)), cancellation);
    }
}
