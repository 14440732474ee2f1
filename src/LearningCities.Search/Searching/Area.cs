namespace LearningCities.Search;

/// <summary>From degrees to the units of the columns and back; boxes that cross the 180th meridian become two.</summary>
internal static class Area
{
    private const double MetresADegree = 111_195;

    public static int Unit(double degrees) => (int)Math.Round(degrees * Grid.Units);

    public static Position PositionOf(int latitude, int longitude) => new(latitude / Grid.Units, longitude / Grid.Units);

    public static IReadOnlyList<Bounds> Of(Filter.Box box) => Of(box.South, box.West, box.North, box.East);

    /// <summary>Boxes with everything that is so near, and perhaps some more.</summary>
    public static IReadOnlyList<Bounds> Around(Position here, double metres)
    {
        var up = (metres / MetresADegree) + 0.001;
        var (south, north) = (here.Latitude - up, here.Latitude + up);
        var widest = Math.Cos(double.DegreesToRadians(Math.Min(89.9, Math.Max(Math.Abs(south), Math.Abs(north)))));
        var side = (up / widest) + 0.001;
        return side >= 180 || north >= 89.9 || south <= -89.9
            ? Of(south, -180, north, 180)
            : Of(south, Turned(here.Longitude - side), north, Turned(here.Longitude + side));
    }

    private static IReadOnlyList<Bounds> Of(double south, double west, double north, double east)
    {
        (south, north) = (Math.Clamp(south, -90, 90), Math.Clamp(north, -90, 90));
        (west, east) = (Math.Clamp(west, -180, 180), Math.Clamp(east, -180, 180));
        return west <= east
            ? [new(Unit(south), Unit(west), Unit(north), Unit(east))]
            : [new(Unit(south), Unit(west), Unit(north), Unit(180)), new(Unit(south), Unit(-180), Unit(north), Unit(east))];
    }

    private static double Turned(double longitude) => longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
}
