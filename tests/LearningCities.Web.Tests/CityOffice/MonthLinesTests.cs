using LearningCities.Web.Pages.CityOffice;

namespace LearningCities.Web.Tests.CityOffice;

public class MonthLinesTests
{
    [Fact]
    public void A_hidden_month_interrupts_the_line_instead_of_drawing_a_zero()
    {
        var lines = new MonthLines([Month(20), Month(null), Month(10)]);

        Assert.Equal(2, lines.SignUps.Count(c => c == 'M'));
        Assert.DoesNotContain("L", lines.SignUps, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_number_that_may_be_shown_is_written_at_its_point()
    {
        var last = new MonthLines([Month(20), Month(10), Month(null)]).Last;

        Assert.Equal(10, last?.Value);
        Assert.Equal("194", last?.X);
    }

    [Theory]
    [InlineData(3, 20)]
    [InlineData(20, 20)]
    [InlineData(21, 40)]
    [InlineData(412, 800)]
    public void The_scale_has_round_numbers_and_room_for_the_highest(int highest, int top) =>
        Assert.Equal(top, new MonthLines([Month(highest)]).Scale.Last().Value);

    [Fact]
    public void Without_any_month_there_is_no_line_and_no_last_number()
    {
        var lines = new MonthLines([]);

        Assert.Empty(lines.SignUps);
        Assert.Null(lines.Last);
    }

    private static Overview.OfMonth Month(int? signUps) => new("2026-03", signUps, null);
}
