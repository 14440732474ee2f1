using System.Globalization;

namespace LearningCities.Web.Pages.CityOffice;

/// <summary>Where things lie on a map of a city's own extent, drawn on a plane: fine for a city, not for a country.</summary>
internal sealed class Sketch
{
    private const double Across = 500;
    private const double Margin = 36;
    private readonly double _west, _north, _scale, _squeeze;

    private readonly double _margin;

    /// <param name="margin">Room around, for what is drawn around a point.</param>
    public Sketch(IEnumerable<Point> points, double margin = Margin)
    {
        _margin = margin;
        var all = points.DefaultIfEmpty(new Point(0, 0)).ToList();
        _squeeze = Math.Cos(double.DegreesToRadians(all.Average(p => p.Latitude))); // a degree east is shorter than one north
        (_west, _north) = (all.Min(p => p.Longitude), all.Max(p => p.Latitude));
        var wide = Math.Max((all.Max(p => p.Longitude) - _west) * _squeeze, 0.001);
        var high = Math.Max(_north - all.Min(p => p.Latitude), 0.001);
        _scale = Across / Math.Max(wide, high);
        ViewBox = string.Create(
            CultureInfo.InvariantCulture,
            $"0 0 {(wide * _scale) + (2 * _margin):0} {(high * _scale) + (2 * _margin):0}");
    }

    public string ViewBox { get; }

    public string X(double longitude) => Number(_margin + ((longitude - _west) * _squeeze * _scale));

    public string Y(double latitude, double lower = 0) => Number(_margin + ((_north - latitude) * _scale) + lower);

    public string Path(IReadOnlyList<IReadOnlyList<double>> outline) =>
        $"M{string.Join('L', outline.Select(corner => $"{X(corner[0])} {Y(corner[1])}"))}z";

    /// <summary>How wide a drawn outline is.</summary>
    public double Width(IReadOnlyList<IReadOnlyList<double>> outline) =>
        (outline.Max(corner => corner[0]) - outline.Min(corner => corner[0])) * _squeeze * _scale;

    public double Distance(double longitude, double latitude, double otherLongitude, double otherLatitude) =>
        double.Hypot((longitude - otherLongitude) * _squeeze * _scale, (latitude - otherLatitude) * _scale);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    internal readonly record struct Point(double Longitude, double Latitude);
}
