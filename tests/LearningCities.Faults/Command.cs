using System.CommandLine;
using LearningCities.Faults.Searching;

namespace LearningCities.Faults;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Topology"><c>one</c>: all in one process. <c>services</c>: each module, the broker and the database by themselves.
/// (<c>index</c>, the search index alone, is another round.)</param>
/// <param name="Faults">How many processes are killed.</param>
/// <param name="Seed">Of the schedule and of the stories: the same seed, the same order of faults.</param>
/// <param name="Port">The first of those that the processes listen on.</param>
/// <param name="Control">What is taken away in a negative control.</param>
internal sealed record Command(string Topology, int Faults, int Seed, int Port, Control Control = Control.None)
{
    private const int FirstPort = 22000;

    private static readonly Option<string> TopologyOption =
        new("--topology") { Description = "one, services or index", DefaultValueFactory = _ => "one" };

    private static readonly Option<int?> FaultsOption = new("--faults") { Description = "how many; 30 for one, 20 for services, 200 for index" };
    private static readonly Option<int?> SeedOption = new("--seed") { Description = "repeats a schedule of faults" };
    private static readonly Option<int> PortOption =
        new("--port") { Description = "the first of 20 that are used", DefaultValueFactory = _ => FirstPort };

    private static readonly Option<Control> ControlOption =
        new("--control") { Description = "take this away, to see the comparison go red" };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Kills the suite's processes while it is written to, then compares with what was acknowledged.")
        {
            TopologyOption, FaultsOption, SeedOption, PortOption, ControlOption,
        };
        TopologyOption.AcceptOnlyFromAmong("one", "services", "index");
        root.SetAction(async (parsed, cancellation) =>
        {
            var topology = parsed.GetValue(TopologyOption)!;
            if (topology == "index")
            {
                return await KillIndex(parsed.GetValue(FaultsOption) ?? 200, parsed.GetValue(SeedOption) ?? Random.Shared.Next(1, 10_000), cancellation);
            }

            var command = new Command(
                topology,
                parsed.GetValue(FaultsOption) ?? (topology == "one" ? 30 : 20),
                parsed.GetValue(SeedOption) ?? Random.Shared.Next(1, 10_000),
                parsed.GetValue(PortOption),
                parsed.GetValue(ControlOption));
            var verdict = await Round.Play(command, Console.Out, cancellation);
            await Console.Out.WriteLineAsync(verdict.ToString());
            return verdict.IsClean ? 0 : 1;
        });
        return await root.Parse(args).InvokeAsync();
    }

    private static async Task<int> KillIndex(int kills, int seed, CancellationToken cancellation)
    {
        var verdict = await new IndexKills(kills, seed, Console.Out).Play(cancellation);
        await Console.Out.WriteLineAsync(verdict.ToString());
        return verdict.IsClean ? 0 : 1;
    }
}
