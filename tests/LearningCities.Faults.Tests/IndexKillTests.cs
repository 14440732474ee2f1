using LearningCities.Faults.Searching;

namespace LearningCities.Faults.Tests;

public sealed class IndexKillTests
{
    [Fact]
    public async Task A_snapshot_that_was_kept_is_there_and_right_whenever_the_process_was_killed()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 },
            "The index is the same whatever the tables are in: it is killed on the embedded engines.");

        var verdict = await new IndexKills(12, seed: 7, TextWriter.Null).Play(TestContext.Current.CancellationToken);

        Assert.Equal((0, 0), (verdict.Lost, verdict.Wrong));
        Assert.True(verdict.Kept > 3, $"{verdict}: too few to say anything");
    }
}
