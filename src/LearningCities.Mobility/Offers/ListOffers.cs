namespace LearningCities.Mobility.Offers;

internal static class ListOffers
{
    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapGet("/offers", Handle)
        .WithName(nameof(ListOffers))
        .WithSummary("What can still be applied for, the next to begin first; in every city, or in the host city asked for")
        .AllowAnonymous();

    private static async Task<Ok<Page<ShowOffer.Response>>> Handle(
        Cursor? cursor,
        MobilityDb db,
        TimeProvider clock,
        CancellationToken cancellation,
        [RegularExpression("[A-Za-z0-9-]{1,100}")] string? city = null,
        Guid? organisation = null,
        [Range(1, 100)] int limit = 20)
    {
        var tomorrow = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        var offers = db.Offers.AsNoTracking().Where(o => o.From >= tomorrow);
        if (city is not null)
        {
            // By the address, whoever asks: what is offered elsewhere is the point of the list.
            var id = Guid.TryParse(city, out var given) ? given : Guid.Empty;
            offers = offers.Where(o => o.City == id || db.Set<KnownCity>().Any(c => c.Id == o.City && c.ShortName == city));
        }

        if (organisation is not null)
        {
            offers = offers.Where(o => o.OrganisationId == organisation);
        }

        if (cursor is not null)
        {
            var (from, id) = (DateOnly.FromDateTime(cursor.At.UtcDateTime), cursor.Id);
            offers = offers.Where(o => o.From > from || (o.From == from && o.Id > id));
        }

        var rows = await offers.OrderBy(o => o.From).ThenBy(o => o.Id).Take(limit + 1).ToListAsync(cancellation);
        var directory = await Directory.Of(
            db, [.. rows.Select(o => o.City)], [.. rows.Select(o => o.OrganisationId)], cancellation);
        return TypedResults.Ok(Page.Of(
            rows.Select(o => ShowOffer.Response.Of(o, directory)),
            limit,
            last => new Cursor(new DateTimeOffset(last.From, TimeOnly.MinValue, TimeSpan.Zero), last.Id)));
    }
}
