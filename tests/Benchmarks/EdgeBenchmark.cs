using System.Diagnostics;

namespace LearningCities.Benchmarks;

internal sealed class EdgeBenchmark : IBenchmark
{
    private const int Connections = 32;
    private const int Rounds = 7;
    private const string Asked = "/api/catalogue/activities";

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public string Name => "edge";

    public string What => "the gateway with authentication, limits and tracing, against nginx and bare YARP; 1 kB, 32 connections, each a process";

    public async Task Run(int size, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("learning-cities-");
        var self = Environment.ProcessPath!;
        await using var backend = await Served.Start(self, "--serve", "backend");
        await using var bare = await Served.Start(self, "--serve", "yarp", $"{backend.Address}");
        await using var nginx = await Nginx.Before(backend.Address, folder);
        await using var gateway = await Served.Start(
            Path.Combine(AppContext.BaseDirectory, "LearningCities.Host"),
            [
                .. Host.Suite.Targets.Where(target => target != "gateway").Select(module => $"--services:{module}:http:0={backend.Address}"),
                "--target=gateway", "--events=rabbitmq", "--urls=http://127.0.0.1:0", "--Edge:AnonymousPerMinute=1000000",
                "--Clients:gateway=benchmark", $"--data={folder}", "--Logging:LogLevel:Default=Error",
            ]);

        List<Served> sides = nginx is null ? [bare, gateway] : [nginx, bare, gateway];
        var results = sides.ToDictionary(side => side, _ => new List<Result>());
        for (var round = -6; round < Rounds; round++) // the first six to warm up: what is compiled better is compiled beside
        {
            foreach (var side in sides)
            {
                var result = await Measure(side);
                if (round >= 0)
                {
                    results[side].Add(result);
                }
            }
        }

        Say(report, "edge-yarp", results[gateway], results[bare], rate: 0.8);
        if (nginx is null)
        {
            Report.Progress("  nginx is not here (Debian: nginx); nothing to compare with but YARP");
            return;
        }

        Say(report, "edge-nginx", results[gateway], results[nginx], rate: 0.55);
        report.Costs("edge-nginx-processor-µs", Median(results[gateway], r => r.Processor), Median(results[nginx], r => r.Processor), goal: 1 / 2.3);
        report.Costs("edge-nginx-p99-ms", Median(results[gateway], r => r.Slow), Median(results[nginx], r => r.Slow), goal: 1 / 1.6);
    }

    private static void Say(Report report, string name, List<Result> ours, List<Result> theirs, double rate) =>
        report.Rates(name, Median(ours, r => r.Rate), Median(theirs, r => r.Rate), rate);

    private static double Median(List<Result> results, Func<Result, double> of) => results.Select(of).Order().ElementAt(results.Count / 2);

    private static async Task<Result> Measure(Served side)
    {
        var (begun, before) = (Stopwatch.GetTimestamp(), side.ProcessorTime);
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() =>
            Load.Times(side.Address, Asked, () => Stopwatch.GetElapsedTime(begun) < Round))));
        var (took, spent) = (Stopwatch.GetElapsedTime(begun), side.ProcessorTime - before);
        var all = times.SelectMany(one => one).Order().ToList();
        return new Result(
            all.Count / took.TotalSeconds, spent.TotalMicroseconds / all.Count, Stopwatch.GetElapsedTime(0, all[(int)(all.Count * 0.99)]).TotalMilliseconds);
    }

    /// <param name="Rate">Requests a second.</param>
    /// <param name="Processor">Microseconds on the processor for each.</param>
    /// <param name="Slow">Milliseconds that one of a hundred takes, or longer.</param>
    private sealed record Result(double Rate, double Processor, double Slow);
}
