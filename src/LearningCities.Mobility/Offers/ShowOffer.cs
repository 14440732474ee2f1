namespace LearningCities.Mobility.Offers;

internal static class ShowOffer
{
    /// <param name="OrganisationName">Null until the organisation's name has come here.</param>
    /// <param name="City">Where it is: the host's city.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Allowance">What the learner is given for each week; null for nothing.</param>
    public sealed record Response(
        Guid Id,
        Guid OrganisationId,
        LocalizedText? OrganisationName,
        Place City,
        LocalizedText Title,
        LocalizedText Description,
        string Field,
        IReadOnlyList<string> Languages,
        DateOnly From,
        DateOnly To,
        int Places,
        Money? Allowance,
        long Version) : IVersioned
    {
        internal static Response Of(Offer offer, Directory directory) => new(
            offer.Id,
            offer.OrganisationId,
            directory.Organisation(offer.OrganisationId),
            Place.Of(offer.City, directory),
            offer.Title,
            offer.Description,
            offer.Field,
            offer.Languages,
            offer.From,
            offer.To,
            offer.Places,
            offer.AllowanceAmount is { } amount ? new Money(amount, offer.AllowanceCurrency!) : null,
            offer.Version);
    }

    /// <summary>A city in an answer. Short name and name are null until Identity has told of it.</summary>
    public sealed record Place(Guid Id, string? ShortName, LocalizedText? Name)
    {
        internal static Place Of(Guid city, Directory directory) =>
            directory.City(city) is { } known ? new(city, known.ShortName, known.Name) : new(city, null, null);
    }

    /// <param name="Amount">In the currency's smallest unit.</param>
    /// <param name="Currency">ISO 4217, for instance <c>EUR</c>.</param>
    public sealed record Money(
        [property: Range(1, 100_000_000)] long Amount, [property: RegularExpression("^[A-Z]{3}$")] string Currency);

    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapGet("/offers/{offerId:guid}", Handle)
        .WithName(nameof(ShowOffer))
        .WithSummary("Show an offer, in whichever city it is")
        .AllowAnonymous();

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid offerId, MobilityDb db, CancellationToken cancellation)
    {
        if (await db.Offers.AsNoTracking().ById(offerId, cancellation) is not { } offer)
        {
            return TypedResults.NotFound();
        }

        var directory = await Directory.Of(db, [offer.City], [offer.OrganisationId], cancellation);
        return TypedResults.Ok(Response.Of(offer, directory));
    }
}
