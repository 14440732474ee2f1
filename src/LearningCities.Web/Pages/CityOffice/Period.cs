using System.Globalization;

namespace LearningCities.Web.Pages.CityOffice;

/// <summary>The year that is looked at: this one, unless another is asked for. Insight counts by years, so that nothing can be subtracted.</summary>
internal sealed record Period(int Year, int ThisYear)
{
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/api/insight/overview?from={Year}-01-01&to={Year}-12-31");

    public static Period Of(Visit visit, DateOnly today) =>
        int.TryParse(visit.Asked("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year > today.Year - 20 && year <= today.Year
            ? new Period(year, today.Year)
            : new Period(today.Year, today.Year);
}
