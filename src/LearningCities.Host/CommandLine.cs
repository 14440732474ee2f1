using System.CommandLine;

namespace LearningCities.Host;

/// <summary>
/// What a person asked for on the command line. Flags and jobs are taken out here, because .NET's own reading of settings would
/// swallow the word after a flag; the rest are settings (<c>--tables=postgresql</c>).
/// </summary>
/// <param name="Demo">With the demo cities.</param>
/// <param name="SeedDemo">Only make the demo cities, in services that run elsewhere.</param>
/// <param name="Migrate">Only bring the tables up to date.</param>
/// <param name="Topology">Only give the broker its exchanges and queues.</param>
/// <param name="ExportOpenApi">Only write the merged document into this file.</param>
/// <param name="Job">Only do this job.</param>
/// <param name="Arguments">What the job is told: its own value under its own name, and the options beside it.</param>
/// <param name="Settings">Everything else.</param>
internal sealed record CommandLine(
    bool Demo,
    bool SeedDemo,
    bool Migrate,
    bool Topology,
    string? ExportOpenApi,
    string? Job,
    IReadOnlyDictionary<string, string> Arguments,
    string[] Settings)
{
    private static readonly Option<bool> DemoFlag = new("--demo") { Description = "Start with the demo cities Szeged and Ljubljana" };
    private static readonly Option<bool> SeedDemoFlag = new("--seed-demo") { Description = "Make the demo cities in services that run elsewhere, then end" };
    private static readonly Option<bool> MigrateFlag = new("--migrate") { Description = "Bring the tables up to date, then end" };
    private static readonly Option<bool> TopologyFlag = new("--topology") { Description = "Give RabbitMQ its exchanges and queues, then end" };
    private static readonly Option<string> OpenApiOption = new("--export-openapi") { Description = "Write the OpenAPI document of the whole suite into this file, then end" };

    private static readonly Option<bool>[] JobFlags =
    [
        new("--doctor") { Description = "Check the settings and what they lead to, and say what to do" },
        new("--verify") { Description = "Check that the tables are whole" },
        new("--reindex") { Description = "Build the search index anew" },
        new("--after-restore") { Description = "Make PostgreSQL's tables that were restored from a dump ready to be served" },
    ];

    private static readonly Option<string>[] Jobs =
    [
        new("--create-city") { Description = "Make a city of this name, and its first administrator (--admin EMAIL)" },
        new("--import") { Description = "Bring the programmes of a file into a city (--city NAME)" },
        new("--republish") { Description = "Have this module, or all, tell the others again what it is" },
        new("--backup") { Description = "Copy everything into this file, also while the suite runs" },
        new("--restore") { Description = "Bring everything back from this file" },
    ];

    private static readonly Option<string>[] JobOptions =
    [
        new("--city"), new("--admin"), new("--short-name"), new("--language"), new("--time-zone"), new("--currency"),
        new("--latitude"), new("--longitude"),
    ];

    /// <summary>Null when the person asked for help, or said something that cannot be: both are answered by then.</summary>
    public static CommandLine? Parse(string[] args)
    {
        var root = new RootCommand(
            "Learning Cities. Unasked, the whole suite in one process. Settings follow as --name=value: --urls, --data, --target, "
            + "--tables, --events, and every key of appsettings.json.")
        {
            DemoFlag, SeedDemoFlag, MigrateFlag, TopologyFlag, OpenApiOption,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        Option[] jobs = [.. JobFlags, .. Jobs, .. JobOptions];
        Array.ForEach(jobs, root.Options.Add);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 || parsed.Action is not null)
        {
            parsed.Invoke();
            return null;
        }

        var flag = JobFlags.FirstOrDefault(parsed.GetValue);
        var job = Jobs.FirstOrDefault(option => parsed.GetValue(option) is not null);
        var arguments = Jobs.Concat(JobOptions)
            .Where(option => parsed.GetValue(option) is not null)
            .ToDictionary(option => option.Name[2..], option => parsed.GetValue(option)!);
        return new CommandLine(
            parsed.GetValue(DemoFlag),
            parsed.GetValue(SeedDemoFlag),
            parsed.GetValue(MigrateFlag),
            parsed.GetValue(TopologyFlag),
            parsed.GetValue(OpenApiOption),
            (flag?.Name ?? job?.Name)?[2..],
            arguments,
            [.. parsed.UnmatchedTokens]);
    }
}
