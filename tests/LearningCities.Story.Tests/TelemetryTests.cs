using System.Diagnostics;
using System.Text.Json;

namespace LearningCities.Story.Tests;

/// <summary>What an operator finds of the story in the dashboard, asked of the dashboard itself.</summary>
public sealed class TelemetryTests(Stage stage)
{
    private const string Handler = "notifications.CongratulateOnBadgeAwarded";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dashboard _dashboard = stage.Dashboard;

    [Fact]
    public async Task An_award_is_one_unbroken_trace_from_the_gateway_to_the_learners_notification()
    {
        var story = await ToldWithDashboard();

        var way = await Found(
            async () => WayTo(Handler, await _dashboard.Trace(story.Trace)), way => way is [var first, ..] && first.Parent == story.Asking);

        string[] processes = stage.InServices ? ["gateway", "badges", "notifications"] : ["learning-cities"];
        Assert.Equal(processes, way.Select(span => span.Service).Distinct());
        Assert.Equal(stage.HasBroker, way.Any(span => span.Name == "city.badge.awarded.v1 publish"));
        Assert.Contains(way, span => span is { Kind: Span.Server, Module: "badges" });
        Assert.Equal("notifications", way[^1].Module);
    }

    [Fact]
    public async Task A_log_line_says_to_which_trace_it_belongs()
    {
        var story = await ToldWithDashboard();

        var logs = await Found(() => _dashboard.Logs(story.Trace), logs => logs.Any(IsTheHandlers));

        Assert.Equal(stage.InServices ? "notifications" : "learning-cities", logs.First(IsTheHandlers).Service);

        static bool IsTheHandlers((string Service, string Line) log) =>
            log.Line.StartsWith($"{Handler} has dealt with", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_process_sends_traces_metrics_and_logs()
    {
        await ToldWithDashboard();
        string[] processes = stage.InServices ? [.. Host.Suite.Targets] : ["learning-cities"];

        var telling = await Found(ThoseWhoTellAll, telling => processes.All(telling.Contains));

        Assert.Subset(telling, processes.ToHashSet());

        async Task<HashSet<string>> ThoseWhoTellAll() => [.. (await _dashboard.Resources())
            .Where(process => process is { HasTraces: true, HasMetrics: true, HasLogs: true })
            .Select(process => process.Name)];
    }

    [Fact]
    public async Task What_nobody_asked_for_does_not_fill_the_dashboard()
    {
        await ToldWithDashboard();

        Assert.DoesNotContain(await _dashboard.Spans(), span => span is { Kind: Span.Client, Parent: "" });
    }

    private async Task<Story> ToldWithDashboard()
    {
        Assert.SkipWhen(_dashboard.WhyNot.Length > 0, _dashboard.WhyNot);
        return await stage.Told;
    }

    /// <summary>From the first known span to the one of this name, each the child of the one before.</summary>
    private static List<Span> WayTo(string name, IReadOnlyList<Span> spans)
    {
        var way = new List<Span>();
        for (var span = spans.FirstOrDefault(s => s.Name == name); span is not null; span = spans.FirstOrDefault(s => s.Id == way[0].Parent))
        {
            way.Insert(0, span);
        }

        return way;
    }

    /// <summary>Asks until it is so: telemetry is sent in batches, and metrics now and then only.</summary>
    private static async Task<T> Found<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            var answer = await ask();
            if (isSo(answer))
            {
                return answer;
            }

            Assert.True(waited.Elapsed < Patience, $"Not within {Patience.TotalSeconds} s: {JsonSerializer.Serialize(answer)}");
        }
    }
}
