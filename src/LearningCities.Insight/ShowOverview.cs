namespace LearningCities.Insight;

internal static class ShowOverview
{
    /// <param name="From">The first day of the year that is shown.</param>
    /// <param name="SuppressedBelow">A count of people that is null is below this, zero included, or would betray one that is.</param>
    public sealed record Response(
        DateOnly From,
        DateOnly To,
        int SuppressedBelow,
        TotalsShown Totals,
        IReadOnlyList<DistrictShown> Districts,
        IReadOnlyList<MonthShown> Months);

    public sealed record TotalsShown(int Activities, int? SignUps, int? Attendances, int? Badges, int? Placements);

    /// <param name="District">Its short name; empty for online and for organisations of which nobody said where they are.</param>
    public sealed record DistrictShown(
        string District, int Activities, int? SignUps, int? Attendances, int? Badges, int? Placements);

    /// <param name="Month">For instance <c>2026-09</c>.</param>
    public sealed record MonthShown(string Month, int? SignUps, int? Badges);

    public static void Map(IEndpointRouteBuilder insight) => insight
        .MapGet("/overview", Handle)
        .WithName(nameof(ShowOverview))
        .WithSummary("How many activities, sign-ups, attendances, badges and placements the city had in a calendar year")
        .WithDescription(
            "The year is the one that the last day lies in, this year without days; the answer names it. Counts of people below five are null, zero "
            + "included, and so are others from which they would follow. Two periods that overlap cannot be asked for, because "
            + "their difference would show what each hides.")
        .RequireScope(Scopes.Read);

    private static async Task<Ok<Response>> Handle(
        InsightDb db, TimeProvider clock, CancellationToken cancellation, DateOnly? from = null, DateOnly? to = null) =>
        TypedResults.Ok(await Of(from, to, db, clock, cancellation));

    internal static async Task<Response> Of(
        DateOnly? from, DateOnly? to, InsightDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var city = await db.Set<KnownCity>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == db.City, cancellation);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(city?.TimeZone ?? "UTC", out var known) ? known : TimeZoneInfo.Utc;
        return await new Overview(db, Period.Around(from, to, zone, clock.GetUtcNow())).Show(cancellation);
    }
}
