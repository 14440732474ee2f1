namespace LearningCities.Identity.Keys;

internal static class WithdrawApiKey
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPut("/keys/{id:guid}/withdrawal", Handle)
        .WithName(nameof(WithdrawApiKey))
        .WithSummary("Withdraw an API key; tokens made of it end within ten minutes")
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<ShowApiKey.Response>, NotFound>> Handle(
        Guid id, IdentityDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.ApiKeys.ById(id, cancellation) is not { } key)
        {
            return TypedResults.NotFound();
        }

        key.Withdraw(clock.GetUtcNow()); // without If-Match: a leaked key is withdrawn whatever else has changed

        return await db.Commit(TypedResults.Ok(ShowApiKey.Response.Of(key)), cancellation);
    }
}
