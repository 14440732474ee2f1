using System.Net.Sockets;

namespace LearningCities.Faults.Tests;

/// <summary>A short round in one process. <c>tests/faults</c> plays the long ones.</summary>
public sealed class FaultTests
{
    private const int Faults = 25, FaultsOfControl = 4;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_however_often_the_process_was_killed()
    {
        var verdict = await Play(Faults, Random.Shared.Next(1, 10_000));

        Assert.True(verdict.IsClean, $"{verdict}");
    }

    [Fact]
    public async Task Without_the_inbox_the_comparison_goes_red() // or the test above could not fail
    {
        var verdict = await Play(FaultsOfControl, seed: 7, Control.Inbox);

        Assert.True(verdict.Doubled > 0, $"{verdict}");
    }

    private static Task<Verdict> Play(int faults, int seed, Control control = Control.None)
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 },
            "The short round is the one process on embedded engines, whatever the topology. tests/faults --topology services plays the other.");
        return Round.Play(
            new Command("one", faults, seed, FreePort(), control),
            TestContext.Current.TestOutputHelper is { } output ? new TestOutput(output) : TextWriter.Null,
            TestContext.Current.CancellationToken);
    }

    // Below those that the system gives to who connects: while the process is away, a writer's own connection could take the port.
    private static int FreePort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 30_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                // Another one.
            }
        }
    }
}
