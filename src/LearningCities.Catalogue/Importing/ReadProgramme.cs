using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningCities.Catalogue.Importing;

/// <summary>How the export's position of a programme was found.</summary>
internal enum Located
{
    ByItsColumns,
    ByItsAddress,
    ByItsArea,
}

/// <summary>What a row of the export is to the catalogue.</summary>
internal sealed record ReadProgramme(
    string Reference, Guid OrganisationId, string Agency, Details Details, Located Located, string Area)
{
    private static readonly string[] Places = ["Beacon", "Drop-In Center", "Crisis Shelter", "Street Outreach"];

    /// <param name="programme">The row.</param>
    /// <param name="repeat">How many rows before it say the same: each is an entry of its own.</param>
    /// <returns>Null where it is too little to be an activity: no name, or nowhere.</returns>
    public static ReadProgramme? Of(Programme programme, int repeat)
    {
        var (name, site, agency) = (Tidy(programme.Name), Tidy(programme.Site), Tidy(programme.Agency));
        var boroughs = Borough.In(programme.Borough);
        if (name.Length == 0 || boroughs.Count == 0)
        {
            return null;
        }

        var types = programme.Types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (located, latitude, longitude) = Locate(programme, boroughs[0]);
        var ages = Ages.Of(programme.Ages);
        return new(
            $"nyc-dycd:{ReferenceOf(programme)}:{repeat}",
            IdOf(agency),
            agency,
            new Details
            {
                Title = new("en", Cut(site.Length == 0 ? name : $"{name}: {site}", 200)),
                Summary = new("en", Cut($"{string.Join(", ", types)}. By {agency}.", 500)),
                Description = new("en", Describe(programme, types, boroughs)),
                Kind = KindOf(types, name),
                Mode = "onsite",
                Venue = new(site.Length == 0 ? agency : site, AddressOf(programme), boroughs[0].ShortName, latitude, longitude),
                Phone = Tidy(programme.Phone) is { Length: > 0 } phone ? Cut(phone, 50) : null,
                Languages = ["en"],
                Price = new(0, "USD"), // the city pays for all of them
                Skills = [.. types.SelectMany(SkillsOf).Distinct()],
                YoungestAge = ages.From,
                OldestAge = ages.To,
                TakesSignUps = false,
            },
            located,
            string.Join(", ", boroughs.Select(borough => borough.Name)));
    }

    /// <summary>What makes a row the same as in an earlier export. The telephone may change, and the columns of the census.</summary>
    public static string ReferenceOf(Programme programme) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', programme.Types, programme.Name, programme.Site, programme.Borough, programme.Agency, programme.Ages, programme.Address)))[..12]);

    private static string KindOf(string[] types, string name) =>
        name.Contains("Internship", StringComparison.Ordinal) || types.Contains("Youth Employment") || types.Contains("Jobs & Internships")
            ? "internship"
        : types.Contains("Reading & Writing") || types.Contains("Adolescent Literacy") ? "course"
        : Array.Exists(Places, place => name.StartsWith(place, StringComparison.Ordinal)) ? "open-space"
        : types.Contains("After-School Programs") || types.Contains("Senior Programs") ? "club"
        : "mentoring"; // support for families, newcomers and young people without a home

    private static string[] SkillsOf(string type) => type switch
    {
        "Reading & Writing" or "Family Literacy" or "Adolescent Literacy" => ["reading-and-writing"],
        "English Language Program" or "ESOL" => ["english"],
        "Adult Basic Education" or "ABE/GED" => ["basic-education"],
        "Youth Employment" or "Jobs & Internships" => ["job-readiness"],
        "Youth Educational Support" => ["study-skills"],
        "Family Support" => ["parenting"],
        "Immigration Services" or "Immigrant Support Services" => ["citizenship"],
        _ => [],
    };

    private static string Describe(Programme programme, string[] types, IReadOnlyList<Borough> boroughs)
    {
        var said = new StringBuilder().AppendJoin(", ", types).Append('.');
        if (Tidy(programme.Ages) is { Length: > 0 } ages && Ages.Of(ages) is not (null, null))
        {
            said.Append(CultureInfo.InvariantCulture, $"\nFor: {Spoken(Ages.Of(ages))}.");
        }

        if (Tidy(programme.Neighbourhood) is { Length: > 0 } neighbourhood)
        {
            said.Append(CultureInfo.InvariantCulture, $"\nNeighbourhood: {neighbourhood}.");
        }

        if (boroughs.Count > 1)
        {
            said.Append("\nIn ").AppendJoin(", ", boroughs.Select(borough => borough.Name)).Append('.');
        }

        return said.ToString();
    }

    private static string Spoken((int? From, int? To) ages) =>
        ages.To is null ? $"age {ages.From} and older" : $"age {ages.From} to {ages.To}";

    private static (Located How, double Latitude, double Longitude) Locate(Programme programme, Borough borough) =>
        Numbers(programme.Latitude, programme.Longitude) is var (latitude, longitude) ? (Located.ByItsColumns, latitude, longitude)
        : Patterns.InBrackets().Match(programme.Address) is { Success: true } written
            && Numbers(written.Groups[1].Value, written.Groups[2].Value) is var (north, east) ? (Located.ByItsAddress, north, east)
        : (Located.ByItsArea, borough.Latitude, borough.Longitude);

    private static (double, double)? Numbers(string latitude, string longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
        && north is > 40 and < 41.5 && east is > -75 and < -73 // in or near the city
            ? (north, east)
            : null;

    private static string AddressOf(Programme programme)
    {
        var lines = Patterns.InBrackets().Replace(programme.Address, "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Tidy);
        return Cut(Patterns.GluedPostcode().Replace(string.Join(", ", lines), ", $1"), 300);
    }

    private static Guid IdOf(string agency) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"nyc-dycd:{agency.ToUpperInvariant()}"))[..16]);

    private static string Tidy(string cell) => Patterns.Spaces().Replace(cell, " ").Trim();

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest].TrimEnd();
}

internal static partial class Patterns
{
    [GeneratedRegex(@"\((-?\d+\.\d+), *(-?\d+\.\d+)\)")]
    public static partial Regex InBrackets();

    [GeneratedRegex(@",? *(\d{5})$")]
    public static partial Regex GluedPostcode();

    [GeneratedRegex(@"\s+")]
    public static partial Regex Spaces();
}
