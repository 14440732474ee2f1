using System.Globalization;
using System.Text;

namespace LearningCities.Mobility.Pdf;

/// <summary>An outline, as PDF says it. Points are counted from the upper left corner, downwards.</summary>
internal sealed class Shape
{
    private const double Bow = 0.5523; // of a quarter circle, by a curve

    private readonly StringBuilder _operators = new();

    public Shape Move(double x, double y) => Add("m", x, y);

    public Shape Line(double x, double y) => Add("l", x, y);

    public Shape Curve(double x1, double y1, double x2, double y2, double x, double y) => Add("c", x1, y1, x2, y2, x, y);

    public Shape Close() => Add("h");

    public Shape Rectangle(double x, double y, double width, double height) => Add("re", x, y, width, height);

    public static Shape Between(double x, double y, double toX, double toY) => new Shape().Move(x, y).Line(toX, toY);

    public static Shape Ellipse(double x, double y, double rx, double ry) => new Shape()
        .Move(x + rx, y)
        .Curve(x + rx, y + (Bow * ry), x + (Bow * rx), y + ry, x, y + ry)
        .Curve(x - (Bow * rx), y + ry, x - rx, y + (Bow * ry), x - rx, y)
        .Curve(x - rx, y - (Bow * ry), x - (Bow * rx), y - ry, x, y - ry)
        .Curve(x + (Bow * rx), y - ry, x + rx, y - (Bow * ry), x + rx, y)
        .Close();

    public static Shape Circle(double x, double y, double radius) => Ellipse(x, y, radius, radius);

    public static Shape Rounded(double x, double y, double width, double height, double radius)
    {
        var (right, bottom, bow) = (x + width, y + height, radius * (1 - Bow));
        return new Shape()
            .Move(x + radius, y).Line(right - radius, y).Curve(right - bow, y, right, y + bow, right, y + radius)
            .Line(right, bottom - radius).Curve(right, bottom - bow, right - bow, bottom, right - radius, bottom)
            .Line(x + radius, bottom).Curve(x + bow, bottom, x, bottom - bow, x, bottom - radius)
            .Line(x, y + radius).Curve(x, y + bow, x + bow, y, x + radius, y)
            .Close();
    }

    public static Shape Polygon(params IEnumerable<(double X, double Y)> corners)
    {
        var shape = new Shape();
        foreach (var (x, y) in corners)
        {
            shape.Add(shape._operators.Length == 0 ? "m" : "l", x, y);
        }

        return shape.Close();
    }

    public override string ToString() => _operators.ToString();

    private Shape Add(string name, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            _operators.Append(CultureInfo.InvariantCulture, $"{number:0.###} ");
        }

        _operators.Append(name).Append('\n');
        return this;
    }
}

internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>From <c>0xRRGGBB</c>.</summary>
    public static Colour Of(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Red / 255.0:0.###} {Green / 255.0:0.###} {Blue / 255.0:0.###}");
}
