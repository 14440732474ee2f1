using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningCities.Suite.Tests.Documents;

/// <summary>Guides for people say in bold what stands on the pages, so that who reads one finds the button.</summary>
public sealed partial class GuideTests
{
    private static readonly List<string> OnPages =
    [
        .. Directory.EnumerateFiles(Path.Combine(Sources.Root, "src/LearningCities.Web"), "*Texts.resx")
            .SelectMany(file => XDocument.Load(file).Descendants("value"))
            .Select(text => Markup().Replace(text.Value, "")),
    ];

    [Theory]
    [InlineData("docs/learner.md")]
    [InlineData("docs/organisation.md")]
    [InlineData("docs/city.md")]
    [InlineData("docs/verifier.md")]
    public void Every_word_in_bold_is_on_a_page(string path)
    {
        var bold = Bold().Matches(string.Join(' ', Document.Named(path).Prose)).Select(words => words.Groups[1].Value)
            .Where(words => words[^1] is not (':' or '.' or '?')); // those begin a paragraph

        Assert.All(bold, words => Assert.True(OnPages.Any(Shown(words).IsMatch), $"No page says '{words}'."));
    }

    /// <summary>The dots stand for what differs from page to page.</summary>
    private static Regex Shown(string words) =>
        new(string.Join(".*", Spaces().Replace(words, " ").Split('…').Select(Regex.Escape)), RegexOptions.IgnoreCase);

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
