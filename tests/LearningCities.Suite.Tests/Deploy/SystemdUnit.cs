using System.Text.RegularExpressions;

namespace LearningCities.Suite.Tests.Deploy;

/// <summary>A unit as <c>deploy/systemd/install</c> has put it below a folder.</summary>
internal sealed partial class SystemdUnit(string root, string name, string instance = "")
{
    private readonly string[] _lines = File.ReadAllLines(Path.Combine(root, "etc/systemd/system", name));

    public IEnumerable<string> All(string key) =>
        _lines.Where(line => line.StartsWith($"{key}=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..].Replace("%i", instance));

    /// <summary>What its process is told: its own lines, and the files that it names.</summary>
    public ToldProcess Told() => new(
        name,
        [.. Program().Match(All("ExecStart").Single()).Groups["arguments"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        All("EnvironmentFile").Where(file => !file.StartsWith('-')).SelectMany(file => File.ReadLines(root + file))
            .Where(line => !line.StartsWith('#')).Concat(All("Environment").SelectMany(line => line.Split(' ')))
            .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));

    [GeneratedRegex(@"LearningCities\.Host(?<arguments>[^;]*)")]
    private static partial Regex Program();
}
