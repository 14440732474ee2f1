namespace LearningCities.Identity.Organisations;

internal static class ShowOrganisation
{
    public sealed record Response(Guid Id, LocalizedText Name, string District, string? Website, long Version) : IVersioned
    {
        internal static Response Of(Organisation organisation) => new(
            organisation.Id, organisation.Name, organisation.District, organisation.Website, organisation.Version);
    }

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/organisations/{id:guid}", Handle)
        .WithName(nameof(ShowOrganisation))
        .WithSummary("Show an organisation of a city")
        .AllowVisitors();

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid id, IdentityDb db, CancellationToken cancellation) =>
        await db.OrganisationOfCity(id, cancellation) is { } organisation
            ? TypedResults.Ok(Response.Of(organisation))
            : TypedResults.NotFound();
}
