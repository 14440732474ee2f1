using LearningCities.Web.Look;

namespace LearningCities.Web.Tests.Look;

public class DatesTests
{
    private static readonly Stopped March = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("en", "2026-03-03", "Tuesday 3 March")]
    [InlineData("hu", "2026-03-03", "kedd, március 3.")]
    [InlineData("en", "2027-03-03", "Wednesday 3 March 2027")]
    [InlineData("hu", "2027-03-03", "2027. március 3., szerda")]
    public void A_day_has_its_year_where_it_is_another(string language, string day, string said) =>
        Assert.Equal(said, In(language).Day(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("en", "2026-06-01", "2026-06-19", "1 to 19 June")]
    [InlineData("en", "2026-06-28", "2026-07-03", "28 June to 3 July")]
    [InlineData("en", "2026-12-28", "2027-01-03", "28 December to 3 January 2027")]
    [InlineData("en", "2027-06-28", "2027-07-03", "28 June to 3 July 2027")]
    [InlineData("en", "2026-06-01", "2026-06-01", "Monday 1 June")]
    [InlineData("hu", "2026-06-01", "2026-06-19", "június 1–19.")]
    [InlineData("hu", "2026-06-28", "2026-07-03", "június 28. – július 3.")]
    [InlineData("hu", "2026-12-28", "2027-01-03", "december 28. – 2027. január 3.")]
    [InlineData("hu", "2027-06-28", "2027-07-03", "2027. június 28. – július 3.")]
    [InlineData("hu", "2027-06-01", "2027-06-19", "2027. június 1–19.")]
    [InlineData("hu", "2026-06-01", "2026-06-01", "hétfő, június 1.")]
    public void Days_say_nothing_twice(string language, string from, string to, string said) =>
        Assert.Equal(said, In(language).Days(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Theory]
    [InlineData("Europe/Budapest", "Monday 2 March, 00:30")]
    [InlineData("Europe/London", "Sunday 1 March, 23:30")]
    [InlineData("Pacific/Auckland", "Monday 2 March, 12:30")]
    public void A_moment_is_told_by_the_citys_clock(string zone, string said) =>
        Assert.Equal(said, new Dates(Reading.In("en", zone), March).Moment(new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("2026-03-28", "16:00", "2026-03-28T15:00:00Z")]
    [InlineData("2026-03-29", "16:00", "2026-03-29T14:00:00Z")] // clocks were put forward in the night
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z")] // there is no such time: an hour later by the clock
    [InlineData("2026-10-25", "16:00", "2026-10-25T15:00:00Z")]
    public void What_is_typed_is_by_the_citys_clock(string day, string time, string instant) => Assert.Equal(
        DateTimeOffset.Parse(instant, null), In("en").At(DateOnly.Parse(day, null), TimeOnly.Parse(time, null)));

    [Theory]
    [InlineData("2026-03-03", true)]
    [InlineData("3.3.2026", false)]
    [InlineData("2026-02-30", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("", false)]
    public void A_day_is_one_that_there_is(string typed, bool isOne) => Assert.Equal(isOne, Dates.DayOf(typed) is not null);

    [Theory]
    [InlineData("16:00", 16)]
    [InlineData("8:00", 8)]
    [InlineData("8.00", 8)]
    [InlineData("16:00:00", 16)]
    [InlineData("25:00", null)]
    [InlineData("four", null)]
    public void A_time_may_be_written_as_people_write_it(string typed, int? hour) => Assert.Equal(hour, Dates.TimeOf(typed)?.Hour);

    [Fact]
    public void The_end_of_a_day_is_the_beginning_of_the_next() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero), In("en").EndOfDay("2026-03-28"));

    private static Dates In(string language) => new(Reading.In(language), March);

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
