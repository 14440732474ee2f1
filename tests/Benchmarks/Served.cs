using System.Diagnostics;
using System.Globalization;

namespace LearningCities.Benchmarks;

/// <summary>A server in a process of its own, so that its time on the processor is its own, too.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Served(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Its time on the processor, with that of the processes it has begun: nginx works in its workers.</summary>
    public TimeSpan ProcessorTime => Family().Aggregate(TimeSpan.Zero, (sum, one) => sum + TimeOf(one));

    /// <summary>Starts a program that says <c>Ready: ADDRESS</c> when it listens.</summary>
    public static async Task<Served> Start(string program, params string[] arguments)
    {
        var process = Begin(program, arguments);
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // or it would wait for a reader
                return new Served(process, new Uri(line["Ready: ".Length..]));
            }
        }

        throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Starts a program that says nothing, and waits until it answers.</summary>
    public static async Task<Served> Start(Uri address, string program, params string[] arguments)
    {
        var process = Begin(program, arguments);
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(50))
        {
            try
            {
                using var answer = await client.GetAsync("/");
                return new Served(process, address);
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < Patience && !process.HasExited)
            {
                // Not yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Begin(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory })!;

    private IEnumerable<int> Family() => ChildrenOf(_process.Id).Prepend(_process.Id);

    private static IEnumerable<int> ChildrenOf(int process) => File.ReadAllText($"/proc/{process}/task/{process}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static TimeSpan TimeOf(int process)
    {
        using var one = Process.GetProcessById(process);
        return one.TotalProcessorTime;
    }
}
