using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using LearningCities.ServiceDefaults;

namespace LearningCities.Suite.Tests.Restoring;

/// <summary>The embedded engines are backed up, restored and verified by the suite itself, and while it is written to.</summary>
public sealed partial class EmbeddedBackupTests : IDisposable
{
    private const int Writers = 4;
    private const int RowsOfOne = 3; // the learner, her pathway, and the answer under its idempotency key

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-embedded-");

    [Fact]
    public async Task What_was_acknowledged_before_a_backup_is_in_it_and_the_restored_suite_is_whole_while_it_is_written_to()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 }, "On PostgreSQL, RestoreDrillTests do it.");
        var (file, elsewhere) = (Path.Combine(_folder.FullName, "backup.zip"), Path.Combine(_folder.FullName, "elsewhere"));
        var written = new ConcurrentQueue<Guid>();
        Guid city;
        List<Guid> before = [], all;
        await using (var suite = new RunningSuite("pathways"))
        {
            await suite.InitializeAsync();
            var home = suite.NewCity();
            city = home.Id;
            await Writing(home, written, async enough =>
            {
                await enough(40);
                before = [.. written];
                Assert.Equal(0, (await Do(suite.Services, "backup", file, serving: true)).Code);
                await enough(written.Count + 20); // and goes on
            });
            all = [.. written];
        }

        await using (var empty = Host.Suite.Build(["--target=pathways", $"--data={elsewhere}"]))
        {
            Assert.Equal(0, (await Do(empty.Services, "restore", file)).Code);
        }

        await using var restored = new RunningSuite("pathways", settings: [$"--data={elsewhere}"]);
        await restored.InitializeAsync();
        var kept = await PathwaysOf(restored, city);
        Assert.Subset(kept, before.ToHashSet()); // none of these is lost
        Assert.True(kept.Count < all.Count, "The backup is of its moment, not of a later one.");
        Assert.Equal(kept.Count * RowsOfOne, await Verified(restored));

        var there = new City(restored, city);
        var since = new ConcurrentQueue<Guid>();
        await Writing(there, since, async enough =>
        {
            for (var round = 1; round <= 10; round++)
            {
                await enough(round * 5);
                await Verified(restored); // no fault, while it is written to
            }
        });
        Assert.Equal(kept.Union(since).Order(), (await PathwaysOf(restored, city)).Order());
        Assert.Equal((kept.Count + since.Count) * RowsOfOne, await Verified(restored));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Four write, each as soon as what it wrote is acknowledged, as long as the work goes on.</summary>
    private static async Task Writing(City city, ConcurrentQueue<Guid> acknowledged, Func<Func<int, Task>, Task> work)
    {
        using var ends = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (!ends.IsCancellationRequested)
            {
                using var herself = city.Client("pathways:own");
                var made = await herself.Create("/api/pathways", new { title = "Robots and I" });
                Assert.Equal(HttpStatusCode.Created, made.StatusCode);
                acknowledged.Enqueue((await made.Content.ReadFromJsonAsync<Pathway>())!.Id);
            }
        })).ToList();
        try
        {
            await work(number => Eventually.Holds(
                () => Task.FromResult(acknowledged.Count >= number || writers.Exists(writer => writer.IsFaulted)), TimeSpan.FromMinutes(2)));
        }
        finally
        {
            await ends.CancelAsync();
            await Task.WhenAll(writers);
        }
    }

    private static async Task<HashSet<Guid>> PathwaysOf(RunningSuite suite, Guid city) =>
        [.. (await suite.RowsOf(city, "pathways")).Select(row => OnePathway().Match(row)).Where(row => row.Success).Select(row => Guid.Parse(row.Groups["id"].Value))];

    /// <returns>How many rows it has read, without faults.</returns>
    private static async Task<int> Verified(RunningSuite suite)
    {
        var (code, said) = await Do(suite.Services, "verify", "", serving: true);
        Assert.True(code == 0 && said.EndsWith("Verified: 0 faults.", StringComparison.Ordinal), said);
        return int.Parse(PathwaysRows().Match(said).Groups["rows"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<(int Code, string Said)> Do(IServiceProvider services, string job, string file, bool serving = false)
    {
        await using var said = new StringWriter();
        var code = await Jobs.Run(services, job, new Dictionary<string, string> { [job] = file }, said, CancellationToken.None, serving);
        return (code, said.ToString().Trim());
    }

    [GeneratedRegex("^pathways.pathway: (.*, )?id=(?<id>[0-9a-fA-F-]{36})")]
    private static partial Regex OnePathway();

    [GeneratedRegex("pathways: (?<rows>[0-9]+) rows")]
    private static partial Regex PathwaysRows();

    private sealed record Pathway(Guid Id);
}
