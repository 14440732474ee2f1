using System.Text.Json;

namespace LearningCities.Host.Demo;

/// <summary>That a data folder is the demo's, and how far it has come: <c>demo.json</c> in it.</summary>
/// <param name="Today">The day that the dates were reckoned from.</param>
/// <param name="Complete">False after a kill in the middle: then what is missing is made.</param>
internal sealed record DemoState(DateOnly Today, bool Complete)
{
    private const int DaysUntilStale = 3;

    public bool IsStale(DateOnly today) => today.DayNumber - Today.DayNumber >= DaysUntilStale;

    public static DemoState? Read(IConfiguration configuration) =>
        File.Exists(FileOf(configuration)) ? JsonSerializer.Deserialize<DemoState>(File.ReadAllText(FileOf(configuration))) : null;

    public DemoState Keep(IConfiguration configuration)
    {
        var file = FileOf(configuration);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText($"{file}.new", JsonSerializer.Serialize(this));
        File.Move($"{file}.new", file, overwrite: true); // a kill leaves the old or the new, never half of one
        return this;
    }

    private static string FileOf(IConfiguration configuration) =>
        Path.Combine(Path.GetFullPath(configuration["data"] ?? "data"), "demo.json");
}
