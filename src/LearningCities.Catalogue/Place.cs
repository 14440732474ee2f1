namespace LearningCities.Catalogue;

/// <summary>A part of the city, or a settlement near it: where activities are, and where people look from.</summary>
internal sealed class Place(Guid id, Guid city, string shortName) : Aggregate(id, city)
{
    public string ShortName { get; private set; } = shortName;

    public LocalizedText Title { get; private set; } = new([]);

    public string Kind { get; private set; } = "";

    public double Latitude { get; private set; }

    public double Longitude { get; private set; }

    /// <summary>Longitudes and latitudes in turn, around it; empty where nobody has drawn it.</summary>
    public List<double> Outline { get; private set; } = [];

    public void Draw(LocalizedText title, string kind, double latitude, double longitude, IEnumerable<double> outline)
    {
        (Title, Kind, Latitude, Longitude, Outline) = (title, kind, latitude, longitude, [.. outline]);
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> place) =>
            place.HasIndex(p => new { p.City, p.ShortName }).IsUnique();
    }
}
