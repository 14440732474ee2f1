using System.Runtime.CompilerServices;

namespace LearningCities.Suite.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    /// <summary>The C# files under a folder of the root, without what a tool wrote.</summary>
    public static IEnumerable<string> Of(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// What others rely on, as it was approved. It changes only on purpose: with <c>APPROVE=1</c> the tests write what is there
    /// now, and the change is read in the review.
    /// </summary>
    public static async Task IsApproved(string name, string text)
    {
        var file = Path.Combine(Here(), "Approved", name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.True(File.Exists(file), $"{name} is not approved. Run the tests with APPROVE=1 and read what they wrote.");
        Assert.Equal((await File.ReadAllTextAsync(file)).Split('\n'), text.Split('\n'));
    }
}
