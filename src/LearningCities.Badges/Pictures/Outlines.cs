using System.Collections.Frozen;
using System.Globalization;

namespace LearningCities.Badges.Pictures;

/// <summary>The shapes of badges: paths around (60, 60), as large as the radius says.</summary>
internal static class Outlines
{
    private static readonly FrozenDictionary<string, Func<double, string>> Paths = new Dictionary<string, Func<double, string>>
    {
        ["circle"] = radius => Invariant($"M{60 - radius:0.#} 60a{radius:0.#} {radius:0.#} 0 1 0 {2 * radius:0.#} 0a{radius:0.#} {radius:0.#} 0 1 0 {-2 * radius:0.#} 0z"),
        ["flower"] = radius => Around(8, radius * .88, turn: 0, (x, y) => Invariant($"A{radius * .353:0.#} {radius * .353:0.#} 0 0 1 {x:0.#} {y:0.#}")),
        ["hexagon"] = radius => Around(6, radius, turn: 0, Line),
        ["octagon"] = radius => Around(8, radius, turn: .5, Line),
        ["rays"] = radius => Star(12, radius, .859),
        ["shield"] = Shield,
        ["square"] = Square,
        ["star"] = radius => Star(8, radius, .8),
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> Names { get; } = [.. Paths.Keys.Order(StringComparer.Ordinal)];

    public static string Path(string shape, double radius) => Paths[shape](radius);

    private static string Line(double x, double y) => Invariant($"L{x:0.#} {y:0.#}");

    /// <summary>Corners at equal distances on a circle, the first on top.</summary>
    private static string Around(int corners, double radius, double turn, Func<double, double, string> to)
    {
        var points = Enumerable.Range(0, corners).Select(i => At(radius, (i + turn) / corners)).ToList();
        var way = points.Skip(1).Append(points[0]).Select(point => to(point.X, point.Y));
        return Invariant($"M{points[0].X:0.#} {points[0].Y:0.#}{string.Concat(way)}z");
    }

    private static string Star(int rays, double radius, double inner)
    {
        var points = Enumerable.Range(0, 2 * rays)
            .Select(i => At(i % 2 == 0 ? radius : radius * inner, i / (2.0 * rays)))
            .Select(point => Invariant($"{point.X:0.#} {point.Y:0.#}"));
        return $"M{string.Join('L', points)}z";
    }

    private static (double X, double Y) At(double radius, double turn) =>
        (60 + (radius * Math.Sin(turn * Math.Tau)), 60 - (radius * Math.Cos(turn * Math.Tau)));

    private static string Shield(double radius)
    {
        return $"M{P(0, -57)}C{P(16.9, -46.4)} {P(35.9, -44.3)} {P(50.7, -44.3)}C{P(54.9, 4.2)} {P(38, 40.1)} {P(0, 59.1)}"
            + $"C{P(-38, 40.1)} {P(-54.9, 4.2)} {P(-50.7, -44.3)}C{P(-35.9, -44.3)} {P(-16.9, -46.4)} {P(0, -57)}z";

        string P(double x, double y) => Invariant($"{60 + (x * radius / 57):0.#} {60 + (y * radius / 57):0.#}");
    }

    private static string Square(double radius)
    {
        var (side, corner) = (radius * 1.2, radius * .34);
        return Invariant($"M{60 - (side / 2):0.#} {60 - (radius * .94):0.#}h{side:0.#}q{corner:0.#} 0 {corner:0.#} {corner:0.#}v{side:0.#}q0 {corner:0.#} {-corner:0.#} {corner:0.#}h{-side:0.#}q{-corner:0.#} 0 {-corner:0.#} {-corner:0.#}v{-side:0.#}q0 {-corner:0.#} {corner:0.#} {-corner:0.#}z");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
