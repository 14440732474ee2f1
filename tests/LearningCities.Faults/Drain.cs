using System.Diagnostics;

namespace LearningCities.Faults;

/// <summary>How long it took until nothing was on its way any more.</summary>
/// <param name="Left">What was still on its way when patience ended; empty where all arrived.</param>
internal sealed record Drain(TimeSpan Events, IReadOnlyList<string> Left)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10); // of a slow machine
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Word = TimeSpan.FromSeconds(5);

    public static async Task<Drain> Of(ITopology suite, TextWriter output, CancellationToken cancellation)
    {
        var (waited, events, told) = (Stopwatch.StartNew(), default(TimeSpan?), TimeSpan.Zero);
        while (true)
        {
            var left = await Waiting(suite, cancellation);
            if (events is null && !left.Exists(what => what.Contains("event", StringComparison.Ordinal)))
            {
                events = waited.Elapsed;
            }

            if (left.Count == 0 || waited.Elapsed > Patience)
            {
                return new Drain(events ?? waited.Elapsed, left);
            }

            if (waited.Elapsed - told > Word)
            {
                told = waited.Elapsed;
                await output.WriteLineAsync($"waiting for {string.Join(", ", left)}");
            }

            await Task.Delay(Look, cancellation);
        }
    }

    private static async Task<List<string>> Waiting(ITopology suite, CancellationToken cancellation)
    {
        var left = new List<string>();
        foreach (var module in Tables.Modules)
        {
            var pending = await suite.Tables.Count(
                module,
                "SELECT (SELECT count(*) FROM outbox_message WHERE state = 0) + (SELECT count(*) FROM outbox_delivery)",
                cancellation);
            if (pending > 0)
            {
                left.Add($"{pending} events of {module}");
            }
        }

        // A letter that could not be sent waits longer each time, and nobody waits for that here.
        await suite.Tables.Change("notifications", "UPDATE letter SET next_at = NULL WHERE state = 'Waiting' AND next_at IS NOT NULL", cancellation);

        // Asked last: what left an outbox before it was looked at is with the broker by now, or handled.
        if (await suite.WithBroker(cancellation) is > 0 and var carried)
        {
            left.Add($"{carried} events with the broker");
        }

        if (await suite.Tables.Count("notifications", "SELECT count(*) FROM letter WHERE state = 'Waiting'", cancellation) is > 0 and var letters)
        {
            left.Add($"{letters} letters");
        }

        return left;
    }
}
