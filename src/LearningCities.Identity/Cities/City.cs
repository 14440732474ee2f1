using LearningCities.Contracts.Identity;

namespace LearningCities.Identity.Cities;

/// <summary>A city on this installation: whose people, organisations and activities are kept apart from all others'.</summary>
internal sealed class City(Guid id, string shortName, DateTimeOffset createdAt) : Listed(id)
{
    /// <summary>How addresses name it, for instance <c>szeged</c>. It never changes: badges and printed cards carry it.</summary>
    public string ShortName { get; private set; } = shortName;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public CityFacts Facts { get; private set; } = CityFacts.None;

    /// <summary>What is known of a city that is new.</summary>
    public City With(CityFacts facts)
    {
        Facts = facts;
        return this;
    }

    public void Change(CityFacts facts)
    {
        Facts = facts;
        Version++;
    }

    public CityChanged Changed() => new(Id, Version, ShortName, Facts.Name, Facts.TimeZone);

    internal sealed class Mapping : Mapping<City>
    {
        public override void Configure(EntityTypeBuilder<City> city)
        {
            base.Configure(city);
            city.ComplexProperty(c => c.Facts);
            city.HasIndex(c => c.ShortName).IsUnique();
        }
    }
}

/// <summary>What is publicly known of a city and may change.</summary>
/// <param name="TimeZone">An IANA name, for instance <c>Europe/Budapest</c>.</param>
/// <param name="Currency">ISO 4217, for instance <c>HUF</c>.</param>
/// <param name="Languages">Those of its pages, the first for who has no other.</param>
/// <param name="Hue">The city's colour, 0 to 360; the accent beside it likewise.</param>
/// <param name="Phone">Who can be called by those who would rather not write; null where nobody can.</param>
internal sealed record CityFacts(
    LocalizedText Name,
    string TimeZone,
    string Currency,
    List<string> Languages,
    double Latitude,
    double Longitude,
    int Hue,
    int AccentHue,
    string? Phone)
{
    public static CityFacts None => new(new LocalizedText([]), "Etc/UTC", "EUR", [], 0, 0, 0, 0, null);
}
