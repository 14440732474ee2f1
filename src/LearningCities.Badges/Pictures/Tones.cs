using System.Globalization;

namespace LearningCities.Badges.Pictures;

/// <summary>
/// The five colours of a hue. Lightness and chroma are always the same ones, in OKLCH, where equal numbers look equal: so
/// every hue that somebody picks has the same contrasts.
/// </summary>
internal sealed class Tones(int hue)
{
    public const string Cream = "#fffdf7";

    public string Soft { get; } = Hex(.845, .125, hue);

    public string Bright { get; } = Hex(.7, .155, hue);

    public string Main { get; } = Hex(.5, .14, hue);

    public string Deep { get; } = Hex(.3, .075, hue);

    /// <summary>Less colourful until a screen can show it: the hue stays.</summary>
    private static string Hex(double lightness, double chroma, int hue)
    {
        var angle = hue * Math.Tau / 360;
        var rgb = Rgb(lightness, chroma * Math.Cos(angle), chroma * Math.Sin(angle));
        for (var colour = chroma; rgb.Any(c => c is < 0 or > 1) && colour > 0; colour -= .005)
        {
            rgb = Rgb(lightness, colour * Math.Cos(angle), colour * Math.Sin(angle));
        }

        return "#" + string.Concat(rgb.Select(c => ((int)Math.Round(255 * Gamma(Math.Clamp(c, 0, 1)))).ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>OKLab to linear sRGB, by Björn Ottosson's matrices.</summary>
    private static double[] Rgb(double lightness, double a, double b)
    {
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return
        [
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s),
        ];
    }

    private static double Gamma(double linear) =>
        linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
}
