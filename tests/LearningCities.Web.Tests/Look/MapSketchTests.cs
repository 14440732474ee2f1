using System.Globalization;
using LearningCities.Contracts;
using LearningCities.Web.Calls;
using LearningCities.Web.Look;

namespace LearningCities.Web.Tests.Look;

public class MapSketchTests
{
    [Fact]
    public void What_is_in_one_house_is_shown_side_by_side_on_the_map()
    {
        var map = new MapSketch([], [.. Enumerable.Range(1, 12).Select(i => new Pin(i, $"Room {i}", 46.25, 20.15))], null);

        Assert.Equal(12, map.Pins.Count);
        Assert.All(map.Pins, pin => Assert.All(map.Pins.Where(other => other != pin), other => Assert.True(Apart(pin.At, other.At) > 40)));
        Assert.All(map.Pins, pin => Assert.True(pin.At is { X: > 20 and < 450, Y: > 20 } && pin.At.Y < map.Height - 20));
    }

    [Fact]
    public void North_is_up_and_east_is_right()
    {
        var map = new MapSketch([], [new(1, "South-west", 46.2, 20.1), new(2, "North-east", 46.3, 20.2)], null);

        Assert.True(map.Pins[0].At.X < map.Pins[1].At.X);
        Assert.True(map.Pins[0].At.Y > map.Pins[1].At.Y);
    }

    [Fact]
    public void A_kilometre_east_is_as_long_as_one_north()
    {
        const double degree = 1 / 111.2; // a kilometre
        var eastward = degree / Math.Cos(46.25 * Math.PI / 180);
        var map = new MapSketch(
            [], [new(1, "Here", 46.25, 20.15), new(2, "East", 46.25, 20.15 + (5 * eastward)), new(3, "North", 46.25 + (5 * degree), 20.15)], null);

        Assert.Equal(Apart(map.Pins[0].At, map.Pins[1].At), Apart(map.Pins[0].At, map.Pins[2].At), tolerance: 1);
    }

    [Fact]
    public void Who_looks_from_somewhere_is_on_the_map_too()
    {
        var map = new MapSketch([], [new(1, "There", 46.25, 20.15)], (46.35, 20.25));

        Assert.True(map.You is { X: > 0 and < 470, Y: > 0 } you && you.Y < map.Height);
    }

    [Fact]
    public void Without_anything_to_show_it_shows_the_city()
    {
        var district = new PlaceShown(
            "centre", new LocalizedText("en", "Centre"), "district", 46.25, 20.15, [[20.1, 46.2], [20.2, 46.2], [20.2, 46.3], [20.1, 46.2]]);

        var map = new MapSketch([district], [], null);

        Assert.Equal("Centre", Assert.Single(map.Names).Name);
        Assert.All(Assert.Single(map.Outlines)[1..^1].Split('L').SelectMany(point => point.Split(' ')), number =>
            Assert.InRange(double.Parse(number, CultureInfo.InvariantCulture), 0, 470));
    }

    [Fact]
    public void Nor_does_it_need_a_city()
    {
        var map = new MapSketch([], [], null);

        Assert.Equal("0 0 470 355", map.ViewBox);
    }

    private static double Apart((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
