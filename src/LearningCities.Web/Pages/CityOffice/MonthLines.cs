using System.Globalization;

namespace LearningCities.Web.Pages.CityOffice;

/// <summary>Two lines over months, as coordinates of a picture 360 wide and 210 high. A hidden number interrupts its line.</summary>
internal sealed class MonthLines(IReadOnlyList<Overview.OfMonth> months)
{
    private const double Left = 44, Right = 344, Top = 18, Bottom = 170;
    private readonly int _step = Step(months.Select(m => Math.Max(m.SignUps ?? 0, m.Badges ?? 0)).DefaultIfEmpty(0).Max());

    /// <summary>The numbers written at the side, with their height.</summary>
    public IEnumerable<(int Value, string Y)> Scale => Enumerable.Range(0, 5).Select(n => (n * _step, Y(n * _step)));

    public string SignUps => Line(m => m.SignUps);

    public string Badges => Line(m => m.Badges);

    /// <summary>The last month whose number may be shown.</summary>
    public (int Value, string X, string Y)? Last =>
        months.Select((month, at) => (month, at)).LastOrDefault(m => m.month.SignUps is not null) is ({ SignUps: { } value }, var at)
            ? (value, X(at), Y(value))
            : null;

    public string X(int month) =>
        Number(months.Count < 2 ? (Left + Right) / 2 : Left + ((Right - Left) * month / (months.Count - 1)));

    private string Line(Func<Overview.OfMonth, int?> number)
    {
        var (path, pen) = (new System.Text.StringBuilder(), 'M');
        for (var at = 0; at < months.Count; at++)
        {
            if (number(months[at]) is { } value)
            {
                // "h0": a month alone between two hidden ones is a dot
                path.Append(CultureInfo.InvariantCulture, $"{pen}{X(at)} {Y(value)}{(pen == 'M' ? "h0" : "")}");
                pen = 'L';
            }
            else
            {
                pen = 'M';
            }
        }

        return path.ToString();
    }

    private string Y(int value) => Number(Bottom - ((Bottom - Top) * value / (4 * _step)));

    // 4 steps of 5, 10, 20, 25, 50, 100 …: numbers that are read at a glance
    private static int Step(int highest)
    {
        for (var power = 1; ; power *= 10)
        {
            foreach (var step in new[] { 5 * power, 10 * power, 20 * power, 25 * power })
            {
                if (4 * step >= highest)
                {
                    return step;
                }
            }
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
