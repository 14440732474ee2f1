using LearningCities.Web.Pages.CityOffice;

namespace LearningCities.Web.Tests.CityOffice;

public class ClassesTests
{
    [Theory]
    [InlineData(40, 1, 1)]
    [InlineData(40, 10, 1)]
    [InlineData(40, 11, 2)]
    [InlineData(40, 30, 3)]
    [InlineData(40, 31, 4)]
    [InlineData(40, 40, 4)]
    public void A_number_falls_into_one_of_four_classes(int highest, int number, int expected) =>
        Assert.Equal(expected, Classes.Of([highest, null]).Of(number));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(97)]
    public void The_ranges_follow_on_each_other_from_one_to_the_highest(int highest)
    {
        var ranges = Classes.Of([highest]).Ranges;

        Assert.Equal(1, ranges[0].From);
        Assert.Equal(highest, ranges[^1].To);
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.Equal(pair.First.To + 1, pair.Second.From));
        Assert.All(Enumerable.Range(1, highest), n => Assert.InRange(Classes.Of([highest]).Of(n), 1, ranges.Count));
    }
}
