using System.Text.RegularExpressions;

namespace LearningCities.Catalogue.Counting;

/// <summary>
/// What is kept of a search: its words in small letters, and nothing that looks like an address, a number of somebody, or a
/// letter to somebody. Names cannot be told from words: so nothing is shown that fewer than a few searches had.
/// </summary>
internal static partial class CountedWords
{
    private const int MostWords = 6, MostDigits = 4, MostDigitsInAll = 8;

    /// <summary>Empty where nothing of it is kept: it is counted all the same.</summary>
    public static string Of(string text)
    {
        var words = BetweenWords().Split(text.ToLowerInvariant()).Where(word => word.Length > 0).ToList();
        var kept = string.Join(' ', words);
        return text.Contains('@', StringComparison.Ordinal) || words.Count > MostWords || kept.Length > SearchCount.LongestWords
            || words.Exists(word => word.Count(char.IsDigit) > MostDigits) || kept.Count(char.IsDigit) > MostDigitsInAll ? "" : kept;
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}+#]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenWords();
}
