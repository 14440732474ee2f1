namespace LearningCities.Catalogue.Tests;

public sealed class CityTimeTests
{
    private static readonly CityTime Szeged = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Budapest"));

    [Theory]
    [InlineData("2026-11-23", "today", "2026-11-23", "2026-11-23")] // a Monday
    [InlineData("2026-11-23", "week", "2026-11-23", "2026-11-29")]
    [InlineData("2026-11-23", "weekend", "2026-11-28", "2026-11-29")]
    [InlineData("2026-11-28", "weekend", "2026-11-28", "2026-11-29")] // Saturday
    [InlineData("2026-11-29", "weekend", "2026-11-29", "2026-11-29")] // Sunday
    [InlineData("2026-11-29", "week", "2026-11-29", "2026-11-29")]
    public void Days_with_a_name_are_what_is_left_of_them(string today, string name, string first, string last)
    {
        var window = Szeged.Named(name, Szeged.StartOf(DateOnly.Parse(today, null)).AddHours(12));

        Assert.Equal(Szeged.Days(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), window);
    }

    [Fact]
    public void A_day_has_23_or_25_hours_when_clocks_are_changed()
    {
        Assert.Equal(23, Hours(new DateOnly(2026, 3, 29)));
        Assert.Equal(25, Hours(new DateOnly(2026, 10, 25)));
    }

    [Fact]
    public void A_day_without_midnight_begins_when_it_can()
    {
        var beirut = new CityTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut"));

        Assert.Equal(new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero), beirut.StartOf(new DateOnly(2026, 3, 29)));
    }

    private static double Hours(DateOnly day) => (Szeged.Days(day, day).To - Szeged.Days(day, day).From).TotalHours;
}
