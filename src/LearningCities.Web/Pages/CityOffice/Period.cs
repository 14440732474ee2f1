using System.Globalization;

namespace LearningCities.Web.Pages.CityOffice;

/// <summary>The months that are looked at: six, unless others are asked for.</summary>
internal sealed record Period(DateOnly From, DateOnly To)
{
    private const int MonthsUnasked = 6;

    public string Path =>
        string.Create(CultureInfo.InvariantCulture, $"/api/insight/overview?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}");

    public static Period Of(Visit visit, DateOnly today)
    {
        var last = MonthOf(visit.Asked("to")) ?? new DateOnly(today.Year, today.Month, 1);
        var first = MonthOf(visit.Asked("from")) ?? last.AddMonths(1 - MonthsUnasked);
        return new Period(first > last ? last : first, last.AddMonths(1).AddDays(-1));
    }

    private static DateOnly? MonthOf(string? typed) =>
        DateOnly.TryParseExact($"{typed}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month.Year is > 1900 and < 2200 ? month : null;
}
