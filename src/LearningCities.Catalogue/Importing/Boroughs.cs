using System.Collections.Frozen;

namespace LearningCities.Catalogue.Importing;

/// <summary>The five parts of New York, and what the export calls them.</summary>
internal sealed record Borough(string ShortName, string Name, double Latitude, double Longitude)
{
    public static IReadOnlyList<Borough> All { get; } =
    [
        new("manhattan", "Manhattan", 40.7831, -73.9712),
        new("brooklyn", "Brooklyn", 40.6501, -73.9496),
        new("queens", "Queens", 40.7282, -73.7949),
        new("bronx", "Bronx", 40.8448, -73.8648),
        new("staten-island", "Staten Island", 40.5795, -74.1502),
    ];

    private static readonly FrozenDictionary<string, Borough> ByName = All
        .ToDictionary(borough => borough.Name)
        .Concat(Also("Manhattan", "New York"))
        .Concat(Also("Brooklyn", "Brookyn")) // as it is in the export
        .Concat(Also("Bronx", "10463"))
        .Concat(Also(
            "Queens", "Jamaica", "Jackson Heights", "Astoria", "Corona", "Long Island City", "Flushing", "Woodside", "Kew Gardens",
            "Forest Hills"))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that a cell names; none where it names nothing that we know.</summary>
    public static IReadOnlyList<Borough> In(string cell) =>
    [
        .. cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => ByName.GetValueOrDefault(name)).OfType<Borough>().Distinct(),
    ];

    private static IEnumerable<KeyValuePair<string, Borough>> Also(string borough, params string[] names) =>
        names.Select(name => KeyValuePair.Create(name, All.Single(known => known.Name == borough)));
}
