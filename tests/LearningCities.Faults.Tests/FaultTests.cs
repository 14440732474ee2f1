using System.Net.Sockets;

namespace LearningCities.Faults.Tests;

/// <summary>A short round in one process. <c>tests/faults</c> plays the long ones.</summary>
public sealed class FaultTests
{
    private const int Faults = 6;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_however_often_the_process_was_killed()
    {
        var verdict = await Play(inbox: true);

        Assert.Equal((0, 0, 0), (verdict.Lost, verdict.Doubled, verdict.Invented));
        Assert.True(verdict.Acknowledged > 50, $"{verdict}: too few to say anything");
    }

    [Fact]
    public async Task Without_the_inbox_the_comparison_goes_red() // or the test above could not fail
    {
        var verdict = await Play(inbox: false);

        Assert.True(verdict.Doubled > 0, $"{verdict}");
    }

    private static Task<Verdict> Play(bool inbox)
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 },
            "The short round is the one process on embedded engines, whatever the topology. tests/faults --topology services plays the other.");
        return Round.Play(
            new Command("one", Faults, Seed: 7, FreePort(), inbox),
            TestContext.Current.TestOutputHelper is { } output ? new TestOutput(output) : TextWriter.Null,
            TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
