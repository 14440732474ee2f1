using LearningCities.Contracts;
using LearningCities.Contracts.Catalogue;
using LearningCities.Contracts.Identity;
using LearningCities.Contracts.Mobility;

[assembly: AssemblyFixture(typeof(LearningCities.Insight.Tests.InsightSuite))]

namespace LearningCities.Insight.Tests;

/// <summary>Insight alone in its process. What happens elsewhere comes as a broker would bring it.</summary>
public sealed class InsightSuite() : RunningSuite("insight"), IAsyncLifetime
{
    /// <summary>Noon of a day in the year that all these tests ask for.</summary>
    public static DateTimeOffset Day(int month, int day = 15) => new(2025, month, day, 12, 0, 0, TimeSpan.Zero);

    public static readonly LocalizedText Any = new("en", "Any");

    public async Task HaveSignUps(City city, int count, string district = "belvaros", int month = 9)
    {
        for (var i = 0; i < count; i++)
        {
            await Deliver(Made(city, Guid.CreateVersion7(), district, month));
        }
    }

    public async Task HaveBadges(City city, int count, Guid organisation, int month = 9)
    {
        for (var i = 0; i < count; i++)
        {
            await Deliver(Awarded(city, organisation, Guid.CreateVersion7(), month));
        }
    }

    public static ActivityPublished Published(
        City city, string district, DateTimeOffset? starts, DateTimeOffset? ends, Guid? id = null, long version = 1) =>
        new(city.Id, id ?? Guid.CreateVersion7(), version, city.Organisation, Any, "workshop", district, starts, ends, []);

    public static ActivityCancelled Called(City city, Guid activity, long version = 2) =>
        new(city.Id, activity, version, city.Organisation, Any, Day(9));

    public static SignUpMade Made(City city, Guid signUp, string district = "belvaros", int month = 9, long version = 1) =>
        new(city.Id, signUp, version, Guid.CreateVersion7(), city.Organisation, Guid.CreateVersion7(), Any, district, Day(month));

    public static AttendanceConfirmed Attended(City city, Guid signUp, string district = "belvaros", long version = 2) =>
        new(city.Id, signUp, version, Guid.CreateVersion7(), city.Organisation, Guid.CreateVersion7(), Any, district, Day(10));

    public static BadgeAwarded Awarded(City city, Guid organisation, Guid award, int month = 9) =>
        new(city.Id, award, 1, Guid.CreateVersion7(), Any, organisation, Guid.CreateVersion7(), Day(month));

    public static AwardRevoked Revoked(City city, Guid organisation, Guid award) =>
        new(city.Id, award, 2, Guid.CreateVersion7(), Any, organisation, Guid.CreateVersion7(), Day(9));

    public static PlacementMoved Moved(City city, Guid placement, string state, long version, int month = 9) => new(
        city.Id, placement, version, Guid.CreateVersion7(), city.Organisation, Guid.CreateVersion7(), Guid.CreateVersion7(), Any, state, null, Day(month));

    public static OrganisationChanged Seat(City city, Guid organisation, string district, long version = 1) =>
        new(city.Id, organisation, version, Any, district, null);
}

internal sealed record Overview(
    DateOnly From, DateOnly To, int SuppressedBelow, Numbers Totals, Numbers[] Districts, MonthNumbers[] Months)
{
    public Numbers In(string district) => Districts.Single(d => d.District == district);
}

internal sealed record Numbers(string? District, int Activities, int? SignUps, int? Attendances, int? Badges, int? Placements);

internal sealed record MonthNumbers(string Month, int? SignUps, int? Badges);

internal static class Sentences
{
    /// <summary>What an officer of the city reads.</summary>
    public static async Task<Overview> Sees(this City city, string query = "?from=2025-01-01&to=2025-12-31")
    {
        using var officer = city.Client("insight:read");
        return (await officer.GetFromJsonAsync<Overview>($"/api/insight/overview{query}"))!;
    }
}
