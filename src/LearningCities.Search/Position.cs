namespace LearningCities.Search;

/// <summary>A point on the earth, in degrees (WGS 84).</summary>
public readonly record struct Position(double Latitude, double Longitude)
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>The way as the crow flies, in metres.</summary>
    public double To(Position other)
    {
        var (here, there) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((there - here) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var half = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
