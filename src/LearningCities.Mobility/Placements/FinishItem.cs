namespace LearningCities.Mobility.Placements;

internal static class FinishItem
{
    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapPut("/placements/{placementId:guid}/items/{itemId:guid}/done", Handle)
        .WithName(nameof(FinishItem))
        .WithSummary("Say that something of the support plan is done; only its own party can")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<ShowPlacement.Response>, NotFound>> Handle(
        Guid placementId,
        Guid itemId,
        ExpectedVersion expected,
        Caller caller,
        MobilityDb db,
        Texts texts,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await db.PlacementsOf(caller).ById(placementId, expected, cancellation) is not { } placement
            || placement.Items.SingleOrDefault(i => i.Id == itemId) is not { } item
            || caller.Person is not { } person)
        {
            return TypedResults.NotFound();
        }

        if (!placement.RolesOf(caller).Contains(item.Party))
        {
            throw new ProblemException(403, "item-of-another-party", $"This is for the {item.Party.Word()} to do.");
        }

        var now = clock.GetUtcNow();
        var (state, next) = (placement.State, placement.Next()?.Party);
        placement.Finish(item, person, await db.Today(placement.HostCity, now, cancellation), now);
        if (placement.State != state || placement.Next()?.Party != next)
        {
            db.Publish(placement.Moved(now)); // whose turn it is has changed; what only one party sees to is no news
        }

        var directory = await Directory.Of(db, [placement], cancellation);
        return await db.Commit(
            TypedResults.Ok(ShowPlacement.Response.Of(placement, caller, directory, texts)), cancellation);
    }
}
