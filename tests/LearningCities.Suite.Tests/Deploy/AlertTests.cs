using System.Text.RegularExpressions;
using LearningCities.Suite.Tests.Documents;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LearningCities.Suite.Tests.Deploy;

[Collection<Alone>]
public sealed partial class AlertTests
{
    private const string File = "deploy/alerts/learning-cities.rules.yaml";

    // Of the query language, or put there by what takes the telemetry in: job is the service's name, le a histogram's edge.
    private static readonly string[] LabelsOfPrometheus = ["job", "le"];

    public static TheoryData<string> Names => [.. Rules.Select(rule => rule.Alert)];

    private static IReadOnlyList<Rule> Rules { get; } =
    [
        .. new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<RuleFile>(System.IO.File.ReadAllText(Path.Combine(Sources.Root, File))).Groups.SelectMany(group => group.Rules),
    ];

    [Fact]
    public async Task Every_metric_is_one_that_the_suite_sends_with_the_labels_that_are_asked_for()
    {
        var sent = new Sent();
        await using var suite = new RunningSuite("all", builder => builder.Services.ConfigureOpenTelemetryMeterProvider(
            metrics => metrics.AddReader(new PeriodicExportingMetricReader(sent, exportIntervalMilliseconds: 500))));
        await suite.InitializeAsync();
        var awarded = new BadgeAwarded(
            suite.NewCity().Id, Guid.CreateVersion7(), 1, Guid.CreateVersion7(), new("en", "Swimmer"), Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
        var message = Guid.CreateVersion7();
        await suite.Deliver(awarded, message);
        await suite.Deliver(awarded, message);
        using var visitor = suite.NewCity().Anonymous();
        await visitor.GetAsync("/health/live", TestContext.Current.CancellationToken);

        var asked = Rules.SelectMany(rule => Metric().Matches(rule.Expr)).Select(metric => metric.Value).ToHashSet();
        var never = await Record.ExceptionAsync(() => Eventually.Holds(() => Task.FromResult(asked.All(sent.Labels.ContainsKey))));
        Assert.True(never is null, $"Never sent: {string.Join(", ", asked.Except(sent.Labels.Keys))}");

        Assert.All(Rules, rule =>
        {
            var labels = Metric().Matches(rule.Expr).SelectMany(metric => sent.Labels[metric.Value]).Concat(LabelsOfPrometheus).ToHashSet();
            var wanted = By().Matches(rule.Expr).SelectMany(by => by.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries))
                .Concat(Where().Matches(rule.Expr).Select(where => where.Groups["label"].Value));
            Assert.Subset(labels, wanted.ToHashSet());
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_what_to_do_and_where_the_guide_speaks_of_it(string name)
    {
        var rule = Rules.Single(rule => rule.Alert == name);
        var place = rule.Annotations["runbook"].Split('#');

        Assert.True(rule.Labels["severity"] is "page" or "ticket" or "look", "When it wants to be looked at.");
        Assert.NotEmpty(rule.Annotations["summary"]);
        Assert.True(rule.Annotations["action"].Length > 40, "What somebody who is woken by it should do.");
        Assert.Contains(place[1], Document.Named(place[0]).Anchors);
    }

    [Fact]
    public async Task Prometheus_understands_them()
    {
        var (code, said) = await Tool.Run("promtool", "check", "rules", File);

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task Each_is_raised_by_what_it_is_for_and_by_nothing_else()
    {
        const string Cases = "tests/LearningCities.Suite.Tests/Deploy/alerts.test.yaml";
        var (code, said) = await Tool.Run("promtool", "test", "rules", Cases);

        Assert.True(code == 0, said);
        var cases = await System.IO.File.ReadAllTextAsync(Path.Combine(Sources.Root, Cases), TestContext.Current.CancellationToken);
        Assert.All(Rules, rule => Assert.Equal(2, Regex.Count(cases, $"\\b{rule.Alert}\\b")));
    }

    [GeneratedRegex(@"\b(city|http_server)_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"by \((?<labels>[^)]+)\)")]
    private static partial Regex By();

    [GeneratedRegex(@"[{,]\s*(?<label>\w+)\s*(=~|!=|=)")]
    private static partial Regex Where();

    private sealed class RuleFile
    {
        public List<Group> Groups { get; set; } = [];
    }

    private sealed class Group
    {
        public string Name { get; set; } = "";

        public List<Rule> Rules { get; set; } = [];
    }

    private sealed class Rule
    {
        public string Alert { get; set; } = "";

        public string Expr { get; set; } = "";

        public string For { get; set; } = "";

        public Dictionary<string, string> Labels { get; set; } = [];

        public Dictionary<string, string> Annotations { get; set; } = [];
    }

    /// <summary>What leaves the suite, under the names that Prometheus gives it.</summary>
    private sealed class Sent : BaseExporter<Metric>
    {
        private static readonly Dictionary<string, string> Units = new() { ["s"] = "seconds", ["By"] = "bytes", ["ms"] = "milliseconds", ["1"] = "ratio" };

        public System.Collections.Concurrent.ConcurrentDictionary<string, HashSet<string>> Labels { get; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                var labels = new HashSet<string>();
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    foreach (var (label, _) in point.Tags)
                    {
                        labels.Add(label.Replace('.', '_'));
                    }
                }

                foreach (var name in NamesOf(metric))
                {
                    Labels[name] = labels;
                }
            }

            return ExportResult.Success;
        }

        // As the collector and Prometheus' own receiver do by default.
        private static IEnumerable<string> NamesOf(Metric metric)
        {
            var name = metric.Name.Replace('.', '_');
            name += Units.TryGetValue(metric.Unit, out var unit) && !name.Contains(unit, StringComparison.Ordinal) ? $"_{unit}" : "";
            return metric.MetricType switch
            {
                MetricType.Histogram => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
                MetricType.LongSum or MetricType.DoubleSum when !name.EndsWith("_total", StringComparison.Ordinal) => [$"{name}_total"],
                _ => [name],
            };
        }
    }
}

/// <summary>Not beside others: telemetry counts what a whole process does, and so many suites in one are more than it keeps apart.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
