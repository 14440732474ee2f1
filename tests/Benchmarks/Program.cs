using System.Globalization;
using LearningCities.Benchmarks;
using LearningCities.Benchmarks.Events;
using LearningCities.Benchmarks.Search;

if (args is ["--serve", .. var what])
{
    return await Peers.Serve(what);
}

// Each compares something of ours with a peer in the same minute on the same machine: the ratio holds, the times drift.
IBenchmark[] all =
[
    new OutboxBenchmark(), new RelayBenchmark(), new AwayBenchmark(), new DurableBenchmark(),
    new BadgeBenchmark(), new EdgeBenchmark(), new SearchBenchmark(), new LivingBenchmark(), new HttpBenchmark(),
];

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var size = 100_000;
var names = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--size" && i + 1 < args.Length && int.TryParse(args[++i], out size) && size > 0)
    {
        continue;
    }

    names.Add(args[i]);
}

if (names.Except(all.Select(benchmark => benchmark.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"Unknown benchmark '{unknown}'. Benchmarks: {string.Join(", ", all.Select(b => b.Name))}; --size N.");
    return 2;
}

var report = new Report();
foreach (var benchmark in all.Where(benchmark => names.Count == 0 || names.Contains(benchmark.Name)))
{
    Report.Progress($"{benchmark.Name}: {benchmark.What}");
    await benchmark.Run(size, report);
}

report.Print();
return 0;
