using LearningCities.Contracts;

namespace LearningCities.Insight.Tests;

/// <summary>Each thing counts once, however often and in whatever order its events come.</summary>
public sealed class CountingTests(InsightSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task An_activity_is_where_its_latest_version_says()
    {
        var (id, september) = (Guid.CreateVersion7(), InsightSuite.Day(9));
        await Twice(InsightSuite.Published(_city, "ujszeged", september, september, id, version: 2));
        await Twice(InsightSuite.Published(_city, "belvaros", september, september, id, version: 1));

        Assert.Equal(["ujszeged"], (await _city.Sees()).Districts.Select(d => d.District));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_activity_is_none_whichever_event_is_first(bool inOrder)
    {
        var id = Guid.CreateVersion7();
        var published = InsightSuite.Published(_city, "belvaros", InsightSuite.Day(9), InsightSuite.Day(9), id);
        var cancelled = InsightSuite.Called(_city, id);

        await (inOrder ? Twice(published) : Twice(cancelled));
        await (inOrder ? Twice(cancelled) : Twice(published));

        Assert.Equal(0, (await _city.Sees()).Totals.Activities);
    }

    [Fact]
    public async Task An_activity_counts_in_each_year_in_which_one_can_take_part()
    {
        var (before, autumn) = (InsightSuite.Day(1).AddYears(-1), InsightSuite.Day(10));
        await suite.Deliver(InsightSuite.Published(_city, "belvaros", before, autumn)); // it began the year before
        await suite.Deliver(InsightSuite.Published(_city, "belvaros", null, null)); // at any time
        await suite.Deliver(InsightSuite.Published(_city, "belvaros", autumn, autumn.AddYears(1)));

        Assert.Equal(3, (await _city.Sees()).Totals.Activities);
        Assert.Equal(2, (await _city.Sees("?from=2024-01-01")).Totals.Activities);
        Assert.Equal(1, (await _city.Sees("?from=2023-01-01")).Totals.Activities);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_up_and_its_attendance_count_once_whichever_is_first(bool inOrder)
    {
        for (var i = 0; i < 5; i++)
        {
            var signUp = Guid.CreateVersion7();
            var (made, attended) = (InsightSuite.Made(_city, signUp), InsightSuite.Attended(_city, signUp));
            await (inOrder ? Twice(made) : Twice(attended));
            await (inOrder ? Twice(attended) : Twice(made));
        }

        var year = await _city.Sees();

        Assert.Equal((5, 5), (year.Totals.SignUps, year.Totals.Attendances));
        Assert.Equal((5, 5), (year.In("belvaros").SignUps, year.In("belvaros").Attendances));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_place_given_back_is_no_sign_up_whichever_event_is_first(bool inOrder)
    {
        await suite.HaveSignUps(_city, 5);
        var made = InsightSuite.Made(_city, Guid.CreateVersion7());
        var cancelled = new Contracts.Catalogue.SignUpCancelled(
            _city.Id, made.SignUpId, 2, made.ActivityId, made.OrganisationId, made.LearnerId, made.ActivityTitle, made.District, made.At);

        await (inOrder ? Twice(made) : Twice(cancelled));
        await (inOrder ? Twice(cancelled) : Twice(made));

        Assert.Equal(5, (await _city.Sees()).Totals.SignUps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_badge_counts_where_its_organisation_is_whenever_that_is_known(bool organisationFirst)
    {
        var organisation = Guid.CreateVersion7();
        if (organisationFirst)
        {
            await Twice(InsightSuite.Seat(_city, organisation, "rokus"));
        }

        await suite.HaveBadges(_city, 5, organisation);
        if (!organisationFirst)
        {
            Assert.Equal(5, (await _city.Sees()).In("").Badges);
            await Twice(InsightSuite.Seat(_city, organisation, "rokus"));
        }

        Assert.Equal(5, (await _city.Sees()).In("rokus").Badges);
        await Twice(InsightSuite.Seat(_city, organisation, "belvaros", version: 3));
        await Twice(InsightSuite.Seat(_city, organisation, "ujszeged", version: 2));
        Assert.Equal(5, (await _city.Sees()).In("belvaros").Badges);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_revoked_award_is_none_whichever_event_is_first(bool inOrder)
    {
        var (organisation, award) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await suite.HaveBadges(_city, 5, organisation);

        await (inOrder ? Twice(InsightSuite.Awarded(_city, organisation, award)) : Twice(InsightSuite.Revoked(_city, organisation, award)));
        await (inOrder ? Twice(InsightSuite.Revoked(_city, organisation, award)) : Twice(InsightSuite.Awarded(_city, organisation, award)));

        Assert.Equal(5, (await _city.Sees()).Totals.Badges);
    }

    [Fact]
    public async Task A_placement_counts_from_when_it_was_agreed_unless_it_came_to_nothing()
    {
        await Twice(InsightSuite.Seat(_city, _city.Organisation, "rokus"));
        for (var i = 0; i < 5; i++)
        {
            var placement = Guid.CreateVersion7();
            await Twice(InsightSuite.Moved(_city, placement, "abroad", version: 3, month: 11));
            await Twice(InsightSuite.Moved(_city, placement, "agreed", version: 2, month: 9));
            await Twice(InsightSuite.Moved(_city, placement, "applied", version: 1, month: 8));
        }

        await Twice(InsightSuite.Moved(_city, Guid.CreateVersion7(), "applied", version: 1));
        var withdrawn = Guid.CreateVersion7();
        await Twice(InsightSuite.Moved(_city, withdrawn, "withdrawn", version: 3));
        await Twice(InsightSuite.Moved(_city, withdrawn, "agreed", version: 2));

        var year = await _city.Sees();

        Assert.Equal((5, 5), (year.Totals.Placements, year.In("rokus").Placements));
    }

    /// <summary>Under the same message, as a broker repeats it, and under a new one, as when its state is published again.</summary>
    private async Task Twice<TEvent>(TEvent happened) where TEvent : IEvent
    {
        var message = Guid.CreateVersion7();
        await suite.Deliver(happened, message);
        await suite.Deliver(happened, message);
        await suite.Deliver(happened);
    }
}
