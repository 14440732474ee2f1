using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using LearningCities.Testing;

namespace LearningCities.Benchmarks.Events;

/// <summary>
/// The broker is stopped for a while, with 50 awards a second over HTTP: none may be refused, and afterwards each arrives once.
/// AWAY: for how many seconds, 300 unless said.
/// </summary>
internal sealed class AwayBenchmark : IBenchmark
{
    private const int ASecond = 50;
    private static readonly TimeSpan Beside = TimeSpan.FromSeconds(5); // before it goes, and after it is back

    public string Name => "away";

    public string What => "50 writes a second while the broker is away: refused, doubled, and how long until all have arrived";

    public async Task Run(int size, Report report)
    {
        if (Environment.GetEnvironmentVariable("TEST_BROKER") is not { Length: > 0 } broker)
        {
            Report.Progress("  left out: TEST_BROKER names no folder and port of a broker that could be stopped");
            return;
        }

        var away = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("AWAY"), out var seconds) ? seconds : 300);
        await using var suite = new RunningSuite("badges");
        await suite.InitializeAsync();
        var writing = new Awarding(suite);
        await writing.Begin();

        using var stop = new CancellationTokenSource();
        var writes = writing.Write(ASecond, stop.Token);
        await Task.Delay(Beside);
        await Shell($"rabbitmq_stop {broker.Split(' ')[0]}");
        Report.Progress($"  the broker is away for {away.TotalSeconds:0} s");
        await Task.Delay(away);
        await Shell($"rabbitmq_start {broker} bench");
        var back = Stopwatch.GetTimestamp();
        await Task.Delay(Beside);
        await stop.CancelAsync();
        await writes;

        var heard = suite.EventsOf<BadgeAwarded>();
        await Eventually.Holds(
            () => Task.FromResult(!writing.Awarded.Except(heard.All(_ => true).Select(e => e.AwardId)).Any()), TimeSpan.FromMinutes(10));
        var drained = Stopwatch.GetElapsedTime(back).TotalSeconds;
        var arrived = heard.All(_ => true).Select(e => e.AwardId).ToList();
        Report.Progress($"  {writing.Awarded.Count} awarded, {writing.Refused.Count} refused {string.Join(", ", writing.Refused.Distinct())}; "
            + $"{arrived.Count - arrived.Distinct().Count()} of {arrived.Count} that arrived are doubled");
        report.Shares("away-answered", writing.Awarded.Count / (double)(writing.Awarded.Count + writing.Refused.Count), goal: 1);
        report.Shares("away-arrived-once", arrived.Distinct().Count() / (double)arrived.Count, goal: 1);
        report.Costs("away-drained-s", drained, away.TotalSeconds / 12, goal: 1); // an hour's in five minutes
    }

    private static async Task Shell(string command)
    {
        using var shell = Process.Start("/bin/bash", ["-c", $". tests/servers.sh; {command}"]);
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{command}' ended with {shell.ExitCode}.");
        }
    }

    private sealed class Awarding(RunningSuite suite)
    {
        private static readonly string[] Skills = ["Swimming"];

        private readonly City _city = suite.NewCity();
        private HttpClient _officer = null!;
        private string _badge = "";

        public ConcurrentBag<Guid> Awarded { get; } = [];

        public ConcurrentBag<string> Refused { get; } = [];

        public async Task Begin()
        {
            _officer = _city.Client("badges:define", "badges:award");
            _officer.Timeout = TimeSpan.FromSeconds(10);
            var badge = await _officer.Create("/api/badges", new
            {
                organisationId = _city.Organisation,
                name = new { en = "Swimmer" },
                description = new { en = "Swims 400 m without a pause." },
                criteria = new { en = "Swim 400 m in the pool." },
                skills = Skills,
                level = 2,
                design = new { shape = "rays", emblem = "waves", hue = 258 },
            });
            _badge = badge.EnsureSuccessStatusCode().Headers.Location!.ToString();
        }

        public async Task Write(int aSecond, CancellationToken stop)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1) / aSecond);
            var writes = new List<Task>();
            try
            {
                while (await timer.WaitForNextTickAsync(stop))
                {
                    writes.Add(Task.Run(Award, CancellationToken.None));
                }
            }
            catch (OperationCanceledException)
            {
                await Task.WhenAll(writes);
            }
        }

        private async Task Award()
        {
            try
            {
                var (key, award) = ($"{Guid.CreateVersion7()}", new { learnerId = Guid.CreateVersion7(), because = "She swam it." });
                var answer = await _officer.Create($"{_badge}/awards", award, key);
                for (var again = 0; again < 3 && answer.StatusCode is HttpStatusCode.ServiceUnavailable; again++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1)); // as Retry-After says: two of them drew the same place in a list
                    answer = await _officer.Create($"{_badge}/awards", award, key);
                }

                if (answer.StatusCode is HttpStatusCode.Created)
                {
                    using var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                    Awarded.Add(made.RootElement.GetProperty("id").GetGuid());
                }
                else
                {
                    Refused.Add($"{(int)answer.StatusCode}");
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                Refused.Add(fault.GetType().Name);
            }
        }
    }
}
