using System.Diagnostics;

namespace LearningCities.Benchmarks;

/// <summary>How often something can be done in a second. Both sides take turns, so that a busy minute is busy for both.</summary>
internal static class Rate
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(1200);

    /// <summary>The median of some rounds for each.</summary>
    public static async Task<(double Ours, double Theirs)> Of(Func<TimeSpan, Task<double>> ours, Func<TimeSpan, Task<double>> theirs)
    {
        var (our, their) = (new List<double>(), new List<double>());
        await ours(Round); // to warm up
        await theirs(Round);
        for (var round = 0; round < Rounds; round++)
        {
            our.Add(await ours(Round));
            their.Add(await theirs(Round));
        }

        return (Median(our), Median(their));
    }

    public static Func<TimeSpan, Task<double>> Of(Action once) => time =>
    {
        var (done, begun) = (0L, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            once();
            done++;
        }

        return Task.FromResult(done / Stopwatch.GetElapsedTime(begun).TotalSeconds);
    };

    /// <summary>Several at a time, each one after the other.</summary>
    public static Func<TimeSpan, Task<double>> Of(int many, Func<Func<bool>, Task<long>> whileTime) => async time =>
    {
        var begun = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, many).Select(_ =>
            Task.Run(() => whileTime(() => Stopwatch.GetElapsedTime(begun) < time))));
        return done.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    };

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
