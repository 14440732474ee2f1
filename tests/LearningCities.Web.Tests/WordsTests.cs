using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LearningCities.Web.Tests;

/// <summary>What pages say by a key is there in both languages, and nothing is translated that no page says.</summary>
public partial class WordsTests
{
    private static readonly string[] Files = ["LearningCities.Web.Texts", "LearningCities.Web.StaffTexts"];

    private static readonly Lazy<IReadOnlyList<(string File, string Text)>> Sources = new(() =>
        [.. Directory.EnumerateFiles(Folder(), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))]);

    [Theory]
    [InlineData("en")]
    [InlineData("hu")]
    public void Every_key_that_a_page_asks_for_has_a_text(string language)
    {
        var keys = KeysIn(language);
        var asked = Asked().ToList();

        Assert.True(asked.Count > 500, $"Only {asked.Count} keys were found in the pages: the search for them is wrong.");
        Assert.Empty(asked.Where(one => !keys.Any(one.Fits.IsMatch)).Select(one => $"{one.File}: {one.Key}").Distinct());
    }

    [Fact]
    public void Every_text_is_asked_for()
    {
        var asked = Asked().Concat(Mentioned()).ToList();

        Assert.All(KeysIn("en"), key => Assert.True(asked.Exists(one => one.Fits.IsMatch(key)), $"Nobody asks for {key}."));
    }

    /// <summary>Keys that stand where a key is asked for: <c>T["…"]</c>, <c>T.Say("…"</c>; a part in braces may be any word.</summary>
    private static IEnumerable<(string File, string Key, Regex Fits)> Asked() =>
        from source in Sources.Value
        from match in Call().Matches(source.Text)
        from key in Literal().Matches(match.Groups["first"].Value)
        let name = key.Groups["key"].Value
        from whole in match.Groups["way"].Value switch
        {
            "Count" => [$"{name}.One", $"{name}.Many"],
            "Name" => [$"{name}.{{word}}"],
            _ => new[] { name },
        }
        select (source.File, whole, Fitting(whole));

    /// <summary>Keys that are written down in one place and asked for in another.</summary>
    private static IEnumerable<(string File, string Key, Regex Fits)> Mentioned() =>
        from source in Sources.Value
        from key in Literal().Matches(source.Text)
        select (source.File, key.Groups["key"].Value, Fitting(key.Groups["key"].Value));

    private static Regex Fitting(string key) =>
        new($"^{string.Join("[A-Za-z0-9.:-]+", Hole().Split(key).Select(Regex.Escape))}$", RegexOptions.CultureInvariant);

    private static List<string> KeysIn(string language) =>
    [
        .. Files.SelectMany(file => new ResourceManager(file, typeof(WebModule).Assembly)
            .GetResourceSet(new CultureInfo(language == "en" ? "" : language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(text => (string)text.Key)),
    ];

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src", "LearningCities.Web"));

    // What is between the bracket and the comma or bracket after it: one literal, or a choice of two.
    [GeneratedRegex("""\b(?:T|[Ww]ords)(?:\[(?<first>[^\]]*?)\](?!\s*=)|\.(?<way>Say|Count|Html|Name|Find)\((?<first>(?:[^(),"]|"[^"]*")*))""")]
    private static partial Regex Call();

    // In what is filled in may be literals, too.
    [GeneratedRegex("""\$?"(?<key>[A-Z][A-Za-z]*(?:\.(?:[A-Za-z0-9_-]|\{(?:[^{}"]|"[^"]*"|\{[^{}]*\})*\})+)*)"(?!\w)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Hole();
}
