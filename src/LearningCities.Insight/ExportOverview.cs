using System.Globalization;
using System.Text;
using CsvHelper;

namespace LearningCities.Insight;

internal static class ExportOverview
{
    public static void Map(IEndpointRouteBuilder insight) => insight
        .MapGet("/overview.csv", Handle)
        .WithName(nameof(ExportOverview))
        .WithSummary("The same numbers as a table for a spreadsheet, with what is hidden in words")
        .Produces<string>(contentType: "text/csv")
        .RequireScope(Scopes.Read);

    private static async Task<FileContentHttpResult> Handle(
        InsightDb db,
        Texts texts,
        TimeProvider clock,
        CancellationToken cancellation,
        DateOnly? from = null,
        DateOnly? to = null)
    {
        var overview = await ShowOverview.Of(from, to, db, clock, cancellation);
        return TypedResults.File(
            Csv(overview, hidden: texts.Say("under-least", SmallNumbers.Least)),
            "text/csv; charset=utf-8",
            $"overview-{overview.From.Year}.csv");
    }

    private static byte[] Csv(ShowOverview.Response overview, string hidden)
    {
        using var bytes = new MemoryStream();
        var options = new CsvWriterOptions { Injection = CsvInjection.Escape }; // a district named "=1+1" is no formula
        using (var text = new StreamWriter(bytes, new UTF8Encoding(true))) // with a mark, or spreadsheets guess
        using (var csv = CsvWriter.Create(text, options))
        {
            csv.WriteHeader(["part", "name", "activities", "signUps", "attendances", "badges", "placements"]);
            foreach (var row in Rows(overview, hidden))
            {
                csv.WriteRecord(row);
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<string[]> Rows(ShowOverview.Response overview, string hidden)
    {
        string Say(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? hidden;

        var all = overview.Totals;
        yield return
            ["total", "", $"{all.Activities}", Say(all.SignUps), Say(all.Attendances), Say(all.Badges), Say(all.Placements)];
        foreach (var d in overview.Districts)
        {
            yield return
                ["district", d.District, $"{d.Activities}", Say(d.SignUps), Say(d.Attendances), Say(d.Badges), Say(d.Placements)];
        }

        foreach (var m in overview.Months)
        {
            yield return ["month", m.Month, "", Say(m.SignUps), "", Say(m.Badges), ""];
        }
    }
}
