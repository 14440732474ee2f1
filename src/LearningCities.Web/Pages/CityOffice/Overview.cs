namespace LearningCities.Web.Pages.CityOffice;

/// <summary>What Insight counted. A number that is null is of fewer people than may be shown, none included.</summary>
public sealed record Overview(
    DateOnly From,
    DateOnly To,
    Overview.Counts Totals,
    IReadOnlyList<Overview.OfDistrict> Districts,
    IReadOnlyList<Overview.OfMonth> Months,
    int SuppressedBelow = 5)
{
    public sealed record Counts(int? Activities, int? SignUps, int? Attendances, int? Badges, int? Placements);

    public sealed record OfDistrict(
        string District, int? Activities, int? SignUps, int? Attendances, int? Badges, int? Placements);

    public sealed record OfMonth(string Month, int? SignUps, int? Badges);

    public bool IsEmpty => Totals.Activities is null or 0 && Totals.SignUps is null && Totals.Badges is null;
}
