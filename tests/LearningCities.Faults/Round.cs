using System.Diagnostics;

namespace LearningCities.Faults;

/// <summary>A round: writers write, processes die, and at the end all is compared with the ledger.</summary>
internal static class Round
{
    private const int Writers = 6;

    public static async Task<Verdict> Play(Command command, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"topology {command.Topology}, {command.Faults} faults, seed {command.Seed}");
        var folder = Directory.CreateTempSubdirectory("learning-cities-faults-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101); // PostgreSQL may be another user
        }

        await using var mailbox = Mailbox.Open();
        using var ledger = new Ledger(Path.Combine(folder, "ledger"));
        await using ITopology suite = command.Topology == "one"
            ? new OneProcess(command, folder, mailbox.Port)
            : new SeparateServices(command, folder, mailbox.Port);

        var findings = await Play(suite, command, ledger, mailbox, output, cancellation);
        await findings.Tell(output);
        if (findings.Count == 0 || command.Control is not Control.None)
        {
            await suite.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            await output.WriteLineAsync($"Logs, tables and ledger are left in {folder}");
        }

        return findings.Verdict(command, ledger.Count);
    }

    private static async Task<Findings> Play(
        ITopology suite, Command command, Ledger ledger, Mailbox mailbox, TextWriter output, CancellationToken cancellation)
    {
        var faults = Schedule.Draw(suite.Targets, command.Faults, command.Seed, suite.FirstStarts);
        var first = faults.Take(suite.FirstStarts).ToList();
        await output.WriteLineAsync("starting");
        await suite.Start(cancellation);
        var injector = new Injector(suite, ledger, output, command.Faults, cancellation);
        foreach (var fault in first)
        {
            await injector.Inject(fault);
        }

        await suite.Ready(cancellation);
        using var client = Client(suite.Address);
        var town = await Town.Found(client, suite, ledger, command.Seed, cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writers = Enumerable.Range(0, Writers).Select(_ => town.Live(stop.Token)).ToArray();
        foreach (var fault in faults.Skip(first.Count))
        {
            await injector.Inject(fault);
        }

        await suite.Ready(cancellation);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await injector.Tell();
        await output.WriteLineAsync($"answers: {ledger.Answers}");

        var took = Stopwatch.StartNew();
        var drained = await Drain.Of(suite, output, cancellation);
        await output.WriteLineAsync($"drained in {took.Elapsed.TotalSeconds:0.0} s, of it events {drained.Events.TotalSeconds:0.0} s");
        var findings = await Comparison.Of(suite, ledger, mailbox, drained, cancellation);
        var (letters, different) = (mailbox.Arrived.Count, mailbox.Arrived.Distinct().Count());
        await output.WriteLineAsync($"letters {different}, of them {letters - different} came once more under the same Message-ID");
        return findings;
    }

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(10),
    };
}
