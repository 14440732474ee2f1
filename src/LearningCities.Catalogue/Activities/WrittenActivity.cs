namespace LearningCities.Catalogue.Activities;

/// <summary>An activity as an organisation writes it, new or anew.</summary>
internal static class WrittenActivity
{
    public static Request Example { get; } = new(
        new([new("hu", "Defektjavítás"), new("en", "Mend a flat tyre")]),
        "workshop",
        "onsite",
        Examples.Id,
        Summary: new("en", "Bring your bicycle, go home with a whole one."),
        Place: new("Biciklikonyha", 46.2489, 20.1500, "Szeged, Mars tér 9.", "belvaros"),
        StartsAt: new DateTimeOffset(2027, 3, 3, 15, 0, 0, TimeSpan.Zero),
        EndsAt: new DateTimeOffset(2027, 3, 3, 17, 0, 0, TimeSpan.Zero),
        Languages: ["hu", "en"],
        Price: new(0, "HUF"),
        Skills: ["bicycle-repair"],
        Ages: new(From: 12),
        Access: ["step-free", "no-reading-needed"],
        Capacity: 12);

    /// <param name="OrganisationId">Needed for a new one; afterwards an activity stays with its organisation.</param>
    /// <param name="StartsAt">Null where it can be begun at any time.</param>
    /// <param name="EndsAt">Null where it does not end.</param>
    /// <param name="Price">Free of charge where it is not said.</param>
    /// <param name="TakesSignUps">False where people just come, or sign up elsewhere.</param>
    public sealed record Request(
        [property: Texts(200, Needed = true)] LocalizedText Title,
        [property: Known(Words.Kinds)] string Kind,
        [property: Known(Words.Modes)] string Mode,
        Guid? OrganisationId = null,
        [property: Texts(500)] LocalizedText? Summary = null,
        [property: Texts(10_000)] LocalizedText? Description = null,
        VenueGiven? Place = null,
        [property: WebAddress] string? Link = null,
        [property: Plain(50)] string? Phone = null,
        DateTimeOffset? StartsAt = null,
        DateTimeOffset? EndsAt = null,
        [property: Each(20, 12)] IReadOnlyList<string>? Languages = null,
        PriceGiven? Price = null,
        [property: Each(30, 100)] IReadOnlyList<string>? Skills = null,
        AgesGiven? Ages = null,
        [property: Known(Words.Access), Each(20, 50)] IReadOnlyList<string>? Access = null,
        [property: Range(1, 100_000)] int? Capacity = null,
        bool TakesSignUps = true) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Mode is not "online" && Place is null)
            {
                yield return new("Say where it is, or that it is online.", [nameof(Place)]);
            }

            if (EndsAt is not null && StartsAt is null)
            {
                yield return new("What ends has begun: say when.", [nameof(StartsAt)]);
            }

            if (EndsAt <= StartsAt)
            {
                yield return new("It ends before it starts.", [nameof(EndsAt)]);
            }

            if (new[] { StartsAt, EndsAt }.Any(at => at?.Year is < 1900 or > 2200))
            {
                yield return new("This year is not ours.", [StartsAt?.Year is < 1900 or > 2200 ? nameof(StartsAt) : nameof(EndsAt)]);
            }
        }

        internal Details ToDetails() => new()
        {
            Title = Title,
            Summary = Summary ?? new([]),
            Description = Description ?? new([]),
            Kind = Kind,
            Mode = Mode,
            Venue = Mode is "online" ? null : Place?.ToVenue(),
            Link = Link,
            Phone = Phone,
            StartsAt = Kept(StartsAt),
            EndsAt = Kept(EndsAt),
            Languages = Languages ?? [],
            Price = new(Price?.Amount ?? 0, Price?.Currency ?? "EUR"),
            Skills = Skills ?? [],
            YoungestAge = Ages?.From,
            OldestAge = Ages?.To,
            Access = Access ?? [],
            Capacity = Capacity,
            TakesSignUps = TakesSignUps,
        };

        // As a database keeps it, so that what is answered now is what is read back later.
        private static DateTimeOffset? Kept(DateTimeOffset? instant) =>
            instant?.ToUniversalTime().AddTicks(-(instant.Value.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <param name="District">The short name of a place of this city; empty where it is in none of them.</param>
    public sealed record VenueGiven(
        [property: Plain(200, Needed = true)] string Name,
        [property: Range(-90.0, 90.0)] double Latitude,
        [property: Range(-180.0, 180.0)] double Longitude,
        [property: Plain(300)] string Address = "",
        [property: Plain(100)] string District = "")
    {
        internal Venue ToVenue() => new(Name, Address, District, Latitude, Longitude);
    }

    /// <param name="Amount">In the currency's smallest unit.</param>
    /// <param name="Currency">ISO 4217.</param>
    public sealed record PriceGiven(
        [property: Range(0L, 1_000_000_000L)] long Amount,
        [property: RegularExpression("[A-Z]{3}", ErrorMessage = "A currency is three letters: EUR, HUF, USD.")] string Currency);

    public sealed record AgesGiven(
        [property: Range(0, 120)] int? From = null, [property: Range(0, 120)] int? To = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (To < From)
            {
                yield return new("The oldest is younger than the youngest.", [nameof(To)]);
            }
        }
    }
}
