using Microsoft.Extensions.Configuration;

namespace LearningCities.Mobility.Booklets;

internal static class PrintBooklet
{
    /// <param name="HolderName">As it is to stand on the cover. It is printed and kept nowhere: Mobility knows no names.</param>
    public sealed record Request([property: StringLength(100, MinimumLength = 1)] string HolderName);

    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapPost("/placements/{placementId:guid}/booklet", Handle)
        .WithName(nameof(PrintBooklet))
        .WithSummary("The passport as a booklet to print: a PDF of eight A5 pages, in the reader's language")
        .WithExample(new Request("Szabó Réka"))
        .RequireScope(Scopes.Own)
        .Produces(StatusCodes.Status200OK, contentType: "application/pdf");

    private static async Task<Results<FileContentHttpResult, NotFound>> Handle(
        Guid placementId,
        Request request,
        Caller caller,
        MobilityDb db,
        Texts texts,
        IConfiguration configuration,
        CancellationToken cancellation)
    {
        if (await db.PlacementsOf(caller).AsNoTracking().ById(placementId, cancellation) is not { } placement)
        {
            return TypedResults.NotFound();
        }

        var directory = await Directory.Of(db, [placement], cancellation);
        var passport = Passport.Of(placement, request.HolderName, new Uri(configuration["PublicUrl"]!), directory);
        return TypedResults.File(Booklet.Print(passport, texts), "application/pdf", $"passport-{passport.Code}.pdf");
    }
}
