using System.Globalization;
using System.Text;
using LearningCities.Web.Calls;

namespace LearningCities.Web.Look;

/// <summary>A pin on the map: the number beside it in the list, and where a tap leads.</summary>
public sealed record Pin(int Number, string Name, double Latitude, double Longitude);

/// <summary>
/// A map as somebody would draw it on paper: the parts of the city, their names, and pins that never cover each other. One
/// degree of longitude is shorter than one of latitude, and a city is small enough for that to be all.
/// </summary>
internal sealed class MapSketch
{
    private const double Width = 470;
    private const double Margin = 34;
    private const double PinSize = 20;

    // Where its place is, else under or over the pin that is there.
    private static readonly double[] BesideAPin = [0, 36, -26];

    private readonly double _west, _north, _scale, _shrink;

    public MapSketch(IReadOnlyList<PlaceShown> places, IReadOnlyList<Pin> pins, (double Latitude, double Longitude)? you)
    {
        // Around the pins: a whole city would press them together. Where there is one alone, its surroundings.
        var shown = pins.Select(pin => (pin.Latitude, pin.Longitude)).Concat(you is { } here ? [here] : []).ToList();
        if (shown.Count == 0)
        {
            shown.AddRange(places.Where(place => place.Kind == "district").SelectMany(Corners));
        }

        if (shown.Count == 0)
        {
            shown.Add((0, 0));
        }

        var (south, north) = (shown.Min(p => p.Latitude), shown.Max(p => p.Latitude));
        var (west, east) = (shown.Min(p => p.Longitude), shown.Max(p => p.Longitude));
        _shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        var (wide, high) = (Math.Max((east - west) * _shrink, 0.035), Math.Max(north - south, 0.025));
        _scale = Math.Min((Width - (2 * Margin)) / wide, (460 - (2 * Margin)) / high);
        Height = Math.Clamp((high * _scale) + (2 * Margin), 300, 460);
        _west = ((west + east) / 2) - (Width / 2 / _scale / _shrink);
        _north = ((south + north) / 2) + (Height / 2 / _scale);

        Outlines = [.. places.Where(place => place.Outline is { Count: > 2 }).Select(place => Path(place.Outline!))];
        Patches = [.. places.Where(place => place.Outline is not { Count: > 2 }).Select(place => Patch(place, places))];
        Pins = Spread([.. pins.Select(pin => (pin, At(pin.Latitude, pin.Longitude)))]);
        You = you is { } me ? At(me.Latitude, me.Longitude) : null;
        Names = Fitting(places);
    }

    public double Height { get; }

    public IReadOnlyList<string> Outlines { get; }

    /// <summary>Places that nobody has drawn: a round patch around the middle of each, that its neighbours leave it.</summary>
    public IReadOnlyList<((double X, double Y) At, double Radius)> Patches { get; }

    public IReadOnlyList<(Pin Pin, (double X, double Y) At)> Pins { get; }

    public (double X, double Y)? You { get; }

    public IReadOnlyList<(string Name, (double X, double Y) At)> Names { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Width:0} {Height:0}");

    public static string Say(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static IEnumerable<(double Latitude, double Longitude)> Corners(PlaceShown place) =>
        place.Outline is { Count: > 0 } outline ? outline.Select(point => (point[1], point[0])) : [(place.Latitude, place.Longitude)];

    private (double X, double Y) At(double latitude, double longitude) =>
        ((longitude - _west) * _shrink * _scale, (_north - latitude) * _scale);

    private ((double X, double Y) At, double Radius) Patch(PlaceShown place, IReadOnlyList<PlaceShown> all)
    {
        var at = At(place.Latitude, place.Longitude);
        var nearest = all.Where(other => other.ShortName != place.ShortName)
            .Select(other => Distance(at, At(other.Latitude, other.Longitude))).Where(away => away > 0).DefaultIfEmpty(200).Min();
        return (at, Math.Clamp(nearest * 0.48, 30, 400));
    }

    private string Path(IReadOnlyList<double[]> outline)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in outline.Select(point => At(point[1], point[0])))
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Math.Round(x)).Append(' ').Append(Math.Round(y));
        }

        return path.Append('z').ToString();
    }

    /// <summary>Things in one house would hide each other: the later ones move aside, as little as needed.</summary>
    private List<(Pin, (double X, double Y))> Spread(IReadOnlyList<(Pin Pin, (double X, double Y) At)> pins)
    {
        var placed = new List<(Pin, (double X, double Y) At)>();
        foreach (var (pin, at) in pins)
        {
            var spot = Enumerable.Range(0, 60)
                .Select(turn => (X: at.X + (turn * 3.2 * Math.Cos(turn * 0.9)), Y: at.Y + (turn * 3.2 * Math.Sin(turn * 0.9))))
                .Select(p => (X: Math.Clamp(p.X, PinSize + 3, Width - PinSize - 3), Y: Math.Clamp(p.Y, PinSize + 3, Height - PinSize - 3)))
                .FirstOrDefault(p => placed.TrueForAll(other => Distance(p, other.At) > (2 * PinSize) + 1), at);
            placed.Add((pin, spot));
        }

        return placed;
    }

    /// <summary>Names where there is room for them; the map is the list's twin and need not say everything.</summary>
    private List<(string, (double X, double Y))> Fitting(IReadOnlyList<PlaceShown> places)
    {
        var names = new List<(string Name, (double X, double Y) At)>();
        foreach (var place in places.OrderBy(place => place.Kind == "district")) // whoever lives far out looks for her village
        {
            var (name, at) = (place.Title.ToString(), At(place.Latitude, place.Longitude));
            if (at.X < 0 || at.X > Width || at.Y < 0 || at.Y > Height)
            {
                continue;
            }

            var x = Math.Clamp(at.X, (name.Length * 5.6) + 4, Math.Max(Width - (name.Length * 5.6) - 4, (name.Length * 5.6) + 4)); // whole, also at the edge
            var spots = BesideAPin.Select(aside => (x, Y: at.Y + aside)).Where(spot => IsFree(name, spot, names)).Take(1);
            names.AddRange(spots.Select(spot => (name, spot)));
        }

        return names;
    }

    private bool IsFree(string name, (double X, double Y) at, List<(string Name, (double X, double Y) At)> names)
    {
        var half = name.Length * 5.6;
        return at.X - half > 0 && at.X + half < Width && at.Y is > 18 && at.Y < Height - 8
            && names.TrueForAll(other => Math.Abs(other.At.Y - at.Y) > 24 || Math.Abs(other.At.X - at.X) > half + (other.Name.Length * 5.6))
            && Pins.All(pin => Math.Abs(pin.At.Y - at.Y + 6) > 28 || Math.Abs(pin.At.X - at.X) > half + PinSize);
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
