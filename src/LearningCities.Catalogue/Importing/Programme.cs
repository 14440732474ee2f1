using CsvHelper;

namespace LearningCities.Catalogue.Importing;

/// <summary>
/// A row of the programmes of New York City's Department of Youth and Community Development, as NYC Open Data exports them.
/// </summary>
/// <param name="Types">Several types in one cell, with commas between.</param>
/// <param name="Borough">A borough, several of them, a neighbourhood, or a postcode.</param>
/// <param name="Address">The address, its postcode glued to it, and often a position in brackets on the last line.</param>
/// <param name="Neighbourhood">As the census calls it.</param>
internal sealed record Programme(
    string Types,
    string Name,
    string Site,
    string Borough,
    string Agency,
    string Phone,
    string Ages,
    string Address,
    string Latitude,
    string Longitude,
    string Neighbourhood)
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "PROGRAM TYPE", "PROGRAM", "SITE NAME", "BOROUGH / COMMUNITY", "AGENCY", "Contact Number", "Grade Level / Age Group",
        "Location 1", "Latitude", "Longitude", "NTA",
    ];

    public static Programme Of(CsvReader row)
    {
        var cells = Columns.Select(row.GetString).ToArray();
        return new(
            cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9], cells[10]);
    }
}
