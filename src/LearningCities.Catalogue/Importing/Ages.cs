using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCities.Catalogue.Importing;

/// <summary>From which age to which, as the export says it: school levels, ranges, and ranges that a spreadsheet took for dates.</summary>
internal static partial class Ages
{
    public static (int? From, int? To) Of(string cell) => cell.Trim() switch
    {
        "Elementary" => (5, 11),
        "Middle School" or "grades 6 to 8" => (11, 14),
        "High School" => (14, 18),
        "Elem/MS" => (5, 14),
        "MS/HS" => (11, 18),
        "Elem/MS/HS" => (5, 18),
        "Adult" or "Adults" => (18, null),
        "Seniors" => (60, null),
        "20-May" => (5, 20), // 5-20
        "14-Nov" => (11, 14), // 11-14
        var other => Range(other),
    };

    private static (int? From, int? To) Range(string text) =>
        FromTo().Match(text) is { Success: true } range ? (Number(range.Groups[1]), Number(range.Groups[2]))
        : FromOn().Match(text) is { Success: true } open ? (Number(open.Groups[1]), null)
        : (null, null); // for everybody, or the cell speaks of something else

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2}) to (\d{1,2})$")]
    private static partial Regex FromTo();

    [GeneratedRegex(@"(\d{1,2})(?:\+| and up| Years Old or Older)")]
    private static partial Regex FromOn();
}
