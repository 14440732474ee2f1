using System.Diagnostics;

namespace LearningCities.Benchmarks.Search;

/// <summary>An engine that the catalogue is put into and asked.</summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>How many questions of a class it is asked: the slow ones fewer.</summary>
    int Most { get; }

    Built Build(Catalogue catalogue, Action<string> progress);

    /// <summary>The cost of each question in microseconds of processor time, and how many things were found in all.</summary>
    Asked Ask(QuestionClass asked);
}

/// <param name="Seconds">Of processor time.</param>
/// <param name="Bytes">The size of the index.</param>
/// <param name="Memory">What the process holds for it, in bytes.</param>
internal sealed record Built(double Seconds, long Bytes, long Memory);

/// <param name="First">The share of mistyped words whose first hit has the intended word.</param>
/// <param name="Twenty">The share of those with the intended word among the first twenty.</param>
internal sealed record Asked(double Median, double Late, long Found, double First = 0, double Twenty = 0)
{
    /// <summary>Rounds until whatever is compiled while it runs is compiled: for two seconds, or as many as ROUNDS says, and at least three. The last one counts.</summary>
    public static IEnumerable<int> Rounds()
    {
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < 3 || Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "2", System.Globalization.CultureInfo.InvariantCulture)); round++)
        {
            yield return round;
        }
    }

    public static Asked Of(List<double> costs, long found, int first = 0, int twenty = 0) =>
        new(Percentile(costs, 0.5), Percentile(costs, 0.99), found, first / (double)costs.Count, twenty / (double)costs.Count);

    private static double Percentile(List<double> costs, double share) => costs.Order().ElementAt((int)(share * (costs.Count - 1)));
}
