using System.Globalization;
using System.Text;
using LearningCities.Web.Calls;
using LearningCities.Web.Look;

namespace LearningCities.Web.Pages.CityOffice;

/// <summary>The numbers as a table for spreadsheets. What is hidden on the page is hidden in the file.</summary>
internal static class CsvDownload
{
    public static async Task<IResult> Get(Visit visit, Api api)
    {
        _ = visit.Person;
        var today = visit.Http.RequestServices.GetRequiredService<Dates>().Today;
        var overview = (await api.Get<Overview>(Period.Of(visit, today).Path)).OrTurn();
        var csv = new StringBuilder("district,activities,sign-ups,attendances,badges,placements\r\n");
        foreach (var row in overview.Districts)
        {
            var numbers = new[] { row.Activities, row.SignUps, row.Attendances, row.Badges, row.Placements };
            csv.Append(Quoted(row.District)).Append(',').AppendJoin(',', numbers.Select(Cell)).Append("\r\n");
        }

        return Results.File(
            Encoding.UTF8.GetBytes(csv.ToString()),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"{visit.City.ShortName}-{overview.From:yyyy-MM}-{overview.To:yyyy-MM}.csv"));

        string Cell(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? $"<{overview.SuppressedBelow}";
    }

    // A spreadsheet takes a cell that begins with such a sign for a formula.
    private static string Quoted(string text) =>
        $"\"{(text is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
