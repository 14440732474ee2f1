using System.Reflection;
using System.Text.RegularExpressions;
using LearningCities.Contracts;

namespace LearningCities.Suite.Tests.Republishing;

/// <summary>They share one suite, one after another: each leaves it as it found it, which is what they are about.</summary>
public sealed partial class RepublishTests(RepublishedSuite suite) : IClassFixture<RepublishedSuite>
{
    private const string ThisYear = "/api/insight/overview";

    [Theory]
    [InlineData("identity")]
    [InlineData("catalogue")]
    [InlineData("pathways")]
    [InlineData("badges")]
    [InlineData("mobility")]
    public async Task Who_has_heard_everything_hears_nothing_new(string module)
    {
        var before = await Rows();

        var (code, said) = await suite.Run("republish", ("republish", module));
        await suite.IsSettled();

        Assert.Equal(0, code);
        Assert.Matches($"^{module}: ([1-9][0-9]*) of \\1 told again$", said[^2]);
        Assert.Matches($"^Republished: {module} [1-9][0-9]*\\.$", said[^1]);
        Assert.Equal(before, await Rows()); // no row more, none changed: no letter, no notification, no figure
    }

    [Fact]
    public async Task An_Insight_that_has_nothing_is_complete_by_it_alone()
    {
        var (rows, figures) = (await InsightsRows(), await Figures());
        Assert.Contains("\"signUps\":7,\"attendances\":6,\"badges\":6,\"placements\":6", figures);
        await suite.ForgetsInsight();
        Assert.DoesNotContain("\"signUps\":7", await Figures(), StringComparison.Ordinal);

        await suite.Run("republish", ("republish", "all"));
        await suite.IsSettled();

        Assert.Equal(figures, await Figures());
        Assert.Equal(rows, await InsightsRows());
    }

    [Fact]
    public async Task On_PostgreSQL_a_command_fills_the_outboxes_and_the_running_processes_carry_it()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 }, "A SQLite file is one process's. Give a server in TEST_POSTGRES.");
        var (rows, figures) = (await InsightsRows(), await Figures());
        await suite.ForgetsInsight();

        using var said = new StringWriter();
        var code = await suite.RunBeside("republish", new Dictionary<string, string> { ["republish"] = "all" }, said);
        await suite.IsSettled();

        Assert.Equal((0, figures), (code, await Figures()));
        Assert.Equal(rows, await InsightsRows());
    }

    [Fact]
    public async Task Stopped_and_repeated_it_is_told_to_the_end()
    {
        var rows = await InsightsRows();
        await suite.ForgetsInsight();
        using var life = new CancellationTokenSource();
        await using var leaving = new LeaveAfterOneLine(life);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ServiceDefaults.Jobs.Run(
            suite.Services, "republish", new Dictionary<string, string> { ["republish"] = "all" }, leaving, life.Token, serving: true));

        await suite.Run("republish", ("republish", "all"));
        await suite.IsSettled();

        Assert.Equal(rows, await InsightsRows());
    }

    [Fact]
    public async Task Every_event_is_told_again_but_those_that_say_why_not()
    {
        await suite.Run("republish", ("republish", "all"));

        var events = typeof(IEvent).Assembly.ExportedTypes.Where(type => type.IsClass && type.IsAssignableTo(typeof(IEvent)));
        var expected = events.Where(type => type.GetCustomAttribute<NeverToldAgainAttribute>() is null)
            .Select(type => (string)type.GetProperty(nameof(IEvent.Type))!.GetValue(null)!);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await suite.Told()).Where(told => told.Id.Version == 8).Select(told => told.Type).Distinct().Order(StringComparer.Ordinal));
        await suite.IsSettled();
    }

    [Theory]
    [InlineData("library")]
    [InlineData("insight")]
    public async Task A_module_that_has_nothing_to_tell_is_answered_with_those_that_have(string module)
    {
        var (code, said) = await suite.Run("republish", ("republish", module));

        Assert.Equal(2, code);
        Assert.Equal(
            [$"'{module}' has nothing to tell again here. Modules: all, identity, catalogue, pathways, badges, mobility."], said);
    }

    private async Task<List<string>> Rows() =>
        [.. (await suite.RowsOf(suite.Story.Home.Id)).Concat(await suite.RowsOf(suite.Story.Abroad.Id))];

    /// <summary>
    /// But for how often each was changed (of the way to where it is, less is told again), and for activities that were cancelled:
    /// whether it is known where they would have been depends on which of two handlers was first.
    /// </summary>
    private async Task<List<string>> InsightsRows() =>
    [
        .. (await suite.RowsOf(suite.Story.Home.Id, "insight"))
            .Where(row => !CancelledActivity().IsMatch(row)).Select(WithoutVersion).Order(StringComparer.Ordinal),
    ];

    private async Task<string> Figures()
    {
        using var officer = suite.Story.Home.Client("insight:read");
        return await officer.GetStringAsync(ThisYear);
    }

    private static string WithoutVersion(string row) => Version().Replace(row, "version=?");

    [GeneratedRegex(@"\bversion=[0-9]+")]
    private static partial Regex Version();

    [GeneratedRegex("^insight.activity: .*cancelled=(1|True)")]
    private static partial Regex CancelledActivity();

    private sealed class LeaveAfterOneLine(CancellationTokenSource life) : StringWriter
    {
        public override async Task WriteLineAsync(string? value) => await life.CancelAsync();
    }
}
