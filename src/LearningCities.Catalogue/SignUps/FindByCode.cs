namespace LearningCities.Catalogue.SignUps;

internal static class FindByCode
{
    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/check-ins/{code}", Handle)
        .WithName(nameof(FindByCode))
        .WithSummary("The place that a QR code stands for, for the people at the door")
        .RequireScope(Scopes.Attend);

    private static async Task<Results<Ok<ShowSignUp.Response>, NotFound>> Handle(
        string code, Caller caller, CatalogueDb db, CancellationToken cancellation)
    {
        if (code.Length != CheckInCode.Length || !code.All(char.IsAsciiLetterOrDigit))
        {
            return TypedResults.NotFound();
        }

        var meant = code.ToLowerInvariant(); // as it may have been read out and typed
        return await db.WithActivity(await db.SignUps.SingleOrDefaultAsync(s => s.Code == meant, cancellation), cancellation)
            is var (signUp, activity) && caller.ActsFor(activity.OrganisationId)
            ? TypedResults.Ok(ShowSignUp.Response.Of(signUp, activity))
            : TypedResults.NotFound();
    }
}
