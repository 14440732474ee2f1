using LearningCities.Contracts.Identity;

namespace LearningCities.Insight.Tests;

public sealed class ShowOverviewTests(InsightSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task An_officer_sees_what_there_was_by_district_and_month()
    {
        await suite.Deliver(InsightSuite.Published(_city, "belvaros", InsightSuite.Day(9), InsightSuite.Day(9, 16)));
        await suite.Deliver(InsightSuite.Published(_city, "ujszeged", InsightSuite.Day(9), null));
        await suite.HaveSignUps(_city, 6, "belvaros", month: 3);
        await suite.HaveSignUps(_city, 7, "ujszeged", month: 9);

        var year = await _city.Sees();

        Assert.Equal((2, 13), (year.Totals.Activities, year.Totals.SignUps));
        Assert.Equal((1, 6), (year.In("belvaros").Activities, year.In("belvaros").SignUps));
        Assert.Equal((1, 7), (year.In("ujszeged").Activities, year.In("ujszeged").SignUps));
        Assert.Equal(12, year.Months.Length);
        Assert.Equal(
            (new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), 5), (year.From, year.To, year.SuppressedBelow));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    public async Task Four_people_are_hidden_and_five_are_shown(int people, int? shown)
    {
        await suite.HaveSignUps(_city, people);

        var year = await _city.Sees();

        Assert.Equal((shown, shown), (year.Totals.SignUps, year.In("belvaros").SignUps));
    }

    [Fact]
    public async Task Nobody_is_hidden_like_a_few_and_activities_are_not()
    {
        await suite.Deliver(InsightSuite.Published(_city, "belvaros", InsightSuite.Day(9), null));

        var belvaros = (await _city.Sees()).In("belvaros");

        Assert.Equal(new Numbers("belvaros", 1, null, null, null, null), belvaros);
    }

    [Fact]
    public async Task A_hidden_district_does_not_follow_from_the_total()
    {
        await suite.HaveSignUps(_city, 3, "mihalytelek");
        await suite.HaveSignUps(_city, 8, "belvaros");
        await suite.HaveSignUps(_city, 9, "ujszeged");

        var year = await _city.Sees();

        Assert.Equal(20, year.Totals.SignUps);
        Assert.Equal((null, null, 9), (year.In("mihalytelek").SignUps, year.In("belvaros").SignUps, year.In("ujszeged").SignUps));
    }

    [Fact]
    public async Task Only_a_whole_year_is_shown_or_two_periods_could_be_subtracted()
    {
        await suite.HaveSignUps(_city, 6, month: 3);

        var asked = await _city.Sees("?from=2025-03-10&to=2025-03-20");

        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (asked.From, asked.To));
        Assert.Equal(6, asked.Totals.SignUps);
        Assert.Equal(6, (await _city.Sees("?from=2024-10-01&to=2025-03-31")).Totals.SignUps); // the year it ends in
        Assert.Null((await _city.Sees("?from=2024-03-10")).Totals.SignUps);
    }

    [Fact]
    public async Task This_year_ends_with_this_month()
    {
        var year = await _city.Sees("");

        Assert.Equal(TimeProvider.System.GetUtcNow().Year, year.From.Year);
        Assert.Equal(TimeProvider.System.GetUtcNow().Month, year.Months.Length);
    }

    [Fact]
    public async Task A_year_begins_at_the_citys_own_midnight()
    {
        await suite.Deliver(new CityChanged(_city.Id, 1, $"c{_city.Id:n}", InsightSuite.Any, "Europe/Budapest"));
        var newYear = new DateTimeOffset(2024, 12, 31, 23, 30, 0, TimeSpan.Zero); // half past midnight there
        for (var i = 0; i < 5; i++)
        {
            await suite.Deliver(InsightSuite.Made(_city, Guid.CreateVersion7()) with { At = newYear });
        }

        Assert.Equal(5, (await _city.Sees()).Totals.SignUps);
        Assert.Null((await _city.Sees("?from=2024-12-31")).Totals.SignUps);
    }

    [Fact]
    public async Task Another_citys_numbers_are_not_in_it()
    {
        await suite.HaveSignUps(suite.NewCity(), 9);

        var year = await _city.Sees();

        Assert.Null(year.Totals.SignUps);
        Assert.Empty(year.Districts);
    }

    [Theory]
    [InlineData("?from=0001-01-01", "period-unknown")]
    [InlineData("?to=9999-12-31", "period-unknown")]
    [InlineData("?from=yesterday", "request-malformed")]
    public async Task A_period_that_cannot_be_is_refused(string query, string code)
    {
        using var officer = _city.Client("insight:read");

        var response = await officer.GetAsync($"/api/insight/overview{query}");

        Assert.Equal((HttpStatusCode.BadRequest, code), (response.StatusCode, await response.ProblemCode()));
    }

    [Theory]
    [InlineData("overview")]
    [InlineData("overview.csv")]
    public async Task Only_officers_see_it(string address)
    {
        using var visitor = _city.Anonymous();
        using var staff = _city.Client("catalogue:publish");

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync($"/api/insight/{address}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"/api/insight/{address}")).StatusCode);
    }
}
