using LearningCities.Web.Pages.CityOffice;

namespace LearningCities.Web.Tests.CityOffice;

public class SketchTests
{
    private static readonly Sketch Szeged = new([new(20.05, 46.20), new(20.25, 46.30)]);

    [Fact]
    public void North_is_up_and_east_is_right()
    {
        Assert.True(Number(Szeged.Y(46.30)) < Number(Szeged.Y(46.20)));
        Assert.True(Number(Szeged.X(20.05)) < Number(Szeged.X(20.25)));
    }

    [Fact]
    public void A_degree_east_is_as_much_shorter_than_one_north_as_it_is_on_the_ground()
    {
        var east = Number(Szeged.X(20.15)) - Number(Szeged.X(20.05));
        var north = Number(Szeged.Y(46.20)) - Number(Szeged.Y(46.30));

        Assert.InRange(east / north, .68, .70); // the cosine of Szeged's latitude
    }

    private static double Number(string drawn) => double.Parse(drawn, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void An_empty_city_is_an_empty_map() => Assert.NotEmpty(new Sketch([]).ViewBox);
}
