namespace LearningCities.Identity.Organisations;

internal static class CreateOrganisation
{
    public sealed record Request(
        LocalizedText Name,
        [property: StringLength(Organisation.LongestDistrict)] string District = "",
        [property: Url, StringLength(Organisation.LongestWebsite)] string? Website = null);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/organisations", Handle)
        .WithName(nameof(CreateOrganisation))
        .WithSummary("Enter an organisation of your city in the directory")
        .WithExample(new Request(new("hu", "Szegedi Ifjúsági Ház"), "belvaros", "https://ifjusagihaz.example.org"))
        .RequireScope(Scopes.Manage)
        .Creates();

    private static async Task<Created<ShowOrganisation.Response>> Handle(
        Request request, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken cancellation)
    {
        Names.OrRefuse(request.Name, Names.Longest);
        var now = clock.GetUtcNow();
        var organisation = new Organisation(
            Guid.CreateVersion7(now), caller.City, request.Name, request.District, request.Website, now);
        db.Organisations.Add(organisation);
        db.Publish(organisation.Changed());

        return await db.Commit(
            TypedResults.Created(
                $"/api/identity/organisations/{organisation.Id}", ShowOrganisation.Response.Of(organisation)),
            cancellation);
    }
}
