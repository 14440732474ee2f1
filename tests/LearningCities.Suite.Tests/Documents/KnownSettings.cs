using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCities.Suite.Tests.Documents;

/// <summary>The settings that the suite reads: those of appsettings.json, and those that code asks for.</summary>
internal static partial class KnownSettings
{
    private static readonly string[] OfTheFramework = ["urls"];

    private static readonly IReadOnlyList<Regex> Known =
    [
        .. OfTheFramework.Concat(InFile()).Concat(InCode()).Concat(InOptions())
            .Select(key => new Regex($"^{Hole().Replace(key, "[a-z]+")}(:[0-9]+)?$", RegexOptions.IgnoreCase)),
    ];

    /// <param name="key">As in a file (<c>Edge:TrustedProxies</c>) or in the environment (<c>Edge__TrustedProxies__0</c>).</param>
    public static bool Has(string key) => Known.Any(known => known.IsMatch(key.Replace("__", ":")));

    private static List<string> InFile()
    {
        var file = Path.Combine(Sources.Root, "src/LearningCities.Host/appsettings.json");
        using var settings = JsonDocument.Parse(File.ReadAllText(file), new() { CommentHandling = JsonCommentHandling.Skip });
        return [.. Keys("", settings.RootElement)];
    }

    private static IEnumerable<string> Keys(string above, JsonElement element) =>
        element.ValueKind is not JsonValueKind.Object ? [above.TrimStart(':')]
        : element.EnumerateObject().SelectMany(member => Keys($"{above}:{member.Name}", member.Value)).Append(above.TrimStart(':'));

    private static IEnumerable<string> InCode() =>
        from file in Code
        from asked in Asked().Matches(File.ReadAllText(file))
        select asked.Groups["key"].Value;

    // EdgeOptions holds what stands under Edge.
    private static IEnumerable<string> InOptions() =>
        from file in Code
        where file.EndsWith("Options.cs", StringComparison.Ordinal)
        from property in Property().Matches(File.ReadAllText(file))
        select $"{Path.GetFileName(file).Replace("Options.cs", "", StringComparison.Ordinal)}:{property.Groups["name"].Value}";

    private static IEnumerable<string> Code => Sources.Of("src").Concat(Sources.Of("LearningCities.ServiceDefaults"))
        .Concat(Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.razor", SearchOption.AllDirectories));

    [GeneratedRegex("""(onfiguration\[|Required\(|GetSection\(|GetValue<\w+>\()\$?"(?<key>[A-Za-z:_{}]+)["]""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"public [\w\[\]?<>]+ (?<name>\w+) \{ get;")]
    private static partial Regex Property();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();
}
