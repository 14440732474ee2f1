namespace LearningCities.Badges.Issuing;

internal static class ShowIssuer
{
    public static void Map(IEndpointRouteBuilder badges) => badges
        .MapGet("/issuers/{organisationId:guid}", Handle)
        .WithName(nameof(ShowIssuer))
        .WithSummary("Who issued a badge (Open Badges 3.0 Profile)")
        .Produces<ProfileDocument>()
        .AllowAnonymous()
        .Kept();

    private static async Task<Results<JsonHttpResult<ProfileDocument>, NotFound>> Handle(
        Guid organisationId, Signposts signposts, BadgesDb db, Addresses addresses, CancellationToken cancellation)
    {
        await signposts.Follow($"issuer/{organisationId}", cancellation);
        return await db.IssuerKeys.AnyAsync(k => k.OrganisationId == organisationId, cancellation)
            ? TypedResults.Json(
                ProfileDocument.Of(organisationId, await db.Organisations.ById(organisationId, cancellation), addresses),
                Documents.Plain.ProfileDocument)
            : TypedResults.NotFound();
    }
}
