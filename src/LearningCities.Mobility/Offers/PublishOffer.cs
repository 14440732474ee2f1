namespace LearningCities.Mobility.Offers;

internal static class PublishOffer
{
    /// <param name="Field">What is learned there, in a word or two.</param>
    /// <param name="Languages">What is spoken there, the most useful first (BCP 47).</param>
    /// <param name="To">The last day.</param>
    /// <param name="Allowance">What the learner is given for each week; null for nothing.</param>
    public sealed record Request(
        Guid OrganisationId,
        LocalizedText Title,
        LocalizedText Description,
        [property: StringLength(Offer.LongestField, MinimumLength = 2)] string Field,
        [property: Length(1, 10)] string[] Languages,
        DateOnly From,
        DateOnly To,
        [property: Range(1, Offer.MostPlaces)] int Places,
        ShowOffer.Money? Allowance = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (!Fits(Title, Offer.LongestTitle))
            {
                yield return new($"A title, of at most {Offer.LongestTitle} letters in each language.", [nameof(Title)]);
            }

            if (!Fits(Description, Offer.LongestDescription))
            {
                yield return new(
                    $"A description, of at most {Offer.LongestDescription} letters in each language.", [nameof(Description)]);
            }

            if (Languages.Any(language => language.Length is < 2 or > 12))
            {
                yield return new("Languages by their tags, for instance 'sl' or 'en'.", [nameof(Languages)]);
            }

            if (To < From || To.DayNumber - From.DayNumber > LongestStay)
            {
                yield return new("The last day is not before the first, nor more than a year later.", [nameof(To)]);
            }
        }

        private static bool Fits(LocalizedText text, int longest) =>
            text.Count > 0 && text.All(t => !string.IsNullOrWhiteSpace(t.Value) && t.Value.Length <= longest);
    }

    private const int LongestStay = 366;

    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapPost("/offers", Handle)
        .WithName(nameof(PublishOffer))
        .WithSummary("Offer learners of every city a place to learn at your organisation")
        .WithExample(new Request(
            Examples.Id,
            new("en", "Three weeks in a bicycle workshop"),
            new("en", "You repair city bikes with two mechanics. A room and the bus are paid for."),
            "bicycle-repair",
            ["sl", "en"],
            new DateOnly(2027, 3, 1),
            new DateOnly(2027, 3, 21),
            Places: 2,
            new ShowOffer.Money(45_000, "EUR")))
        .RequireScope(Scopes.Manage)
        .Creates();

    private static async Task<Results<Created<ShowOffer.Response>, NotFound>> Handle(
        Request request, Caller caller, MobilityDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if (!caller.Manages(request.OrganisationId))
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (request.From <= await db.Today(caller.City, now, cancellation))
        {
            throw new RuleViolationException("offer-begins-too-early", "It begins tomorrow at the earliest.");
        }

        var offer = new Offer(
            Guid.CreateVersion7(now), caller.City, request.OrganisationId, request.Title, request.From, request.To, request.Places)
        {
            Description = request.Description,
            Field = request.Field,
            Languages = request.Languages,
            AllowanceAmount = request.Allowance?.Amount,
            AllowanceCurrency = request.Allowance?.Currency,
        };
        db.Offers.Add(offer);

        var directory = await Directory.Of(db, [offer.City], [offer.OrganisationId], cancellation);
        return await db.Commit(
            TypedResults.Created($"/api/mobility/offers/{offer.Id}", ShowOffer.Response.Of(offer, directory)), cancellation);
    }
}
