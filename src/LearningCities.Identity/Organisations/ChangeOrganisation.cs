namespace LearningCities.Identity.Organisations;

internal static class ChangeOrganisation
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPut("/organisations/{id:guid}", Handle)
        .WithName(nameof(ChangeOrganisation))
        .WithSummary("Change what is publicly known of an organisation")
        .WithExample(new CreateOrganisation.Request(new("hu", "Szegedi Ifjúsági Ház"), "belvaros", "https://ifjusagihaz.example.org"))
        .RequireScope(Scopes.Manage);

    private static async Task<Results<Ok<ShowOrganisation.Response>, NotFound>> Handle(
        Guid id,
        CreateOrganisation.Request request,
        ExpectedVersion expected,
        IdentityDb db,
        CancellationToken cancellation)
    {
        if (await db.OrganisationOfCity(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        expected.OrRefuse(organisation.Version);
        Names.OrRefuse(request.Name, Names.Longest);
        organisation.Change(request.Name, request.District, request.Website);
        db.Publish(organisation.Changed());

        return await db.Commit(TypedResults.Ok(ShowOrganisation.Response.Of(organisation)), cancellation);
    }
}
