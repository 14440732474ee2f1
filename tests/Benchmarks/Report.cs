namespace LearningCities.Benchmarks;

/// <summary>Shows what goes on while it lasts, and says the ratios in the end, one a line.</summary>
internal sealed class Report
{
    private readonly List<string> _lines = [];

    public static void Progress(string text) => Console.Error.WriteLine(text);

    /// <summary>More is better: requests a second, for instance.</summary>
    public void Rates(string name, double ours, double theirs, double goal) => Add(name, ours, theirs, ours / theirs, goal);

    /// <summary>Less is better: microseconds, bytes. The ratio is how many times theirs ours is better.</summary>
    public void Costs(string name, double ours, double theirs, double goal) => Add(name, ours, theirs, theirs / ours, goal);

    /// <summary>Something that is good or not by itself.</summary>
    public void Shares(string name, double ours, double goal) => Add(name, ours, 1, ours, goal);

    /// <summary>More is better, and no goal is set: the two do not do the same.</summary>
    public void Compares(string name, double ours, double theirs) => Add($"{name} {Sides(ours, theirs)} ratio={ours / theirs:0.00}");

    public void Print()
    {
        foreach (var line in _lines)
        {
            Console.WriteLine(line);
        }
    }

    private void Add(string name, double ours, double theirs, double ratio, double goal) =>
        Add($"{name} {Sides(ours, theirs)} ratio={ratio:0.00} goal={goal:0.##} {(ratio >= goal ? "ok" : "short")}");

    private void Add(string line)
    {
        Console.Error.WriteLine($"  {line}");
        _lines.Add(line);
    }

    private static string Sides(double ours, double theirs) => $"ours={Figure(ours)} theirs={Figure(theirs)}";

    private static string Figure(double value) => value >= 1000 ? $"{value:0}" : value >= 10 ? $"{value:0.0}" : $"{value:0.000}";
}
