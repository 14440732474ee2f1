using System.Collections.Frozen;

namespace LearningCities.Search;

/// <summary>A word of a text: where it stands, and its folded letters.</summary>
internal readonly record struct Word(int Start, int Length, string Term);

/// <summary>Finds the words of a text: runs of letters and digits; <c>C#</c> and <c>C++</c> are words, too.</summary>
internal static class Words
{
    /// <summary>Longer runs are no words; their beginning is enough to find them.</summary>
    public const int Longest = 64;

    // In a question they say nothing, and every text has them.
    private static readonly FrozenSet<string> Small = ("a an and are at by for from in is of on or the to with " +
        "az es egy is de ha hogy vagy van nem meg").Split(' ').ToFrozenSet();

    public static bool IsSmall(string term) => Small.Contains(term);

    public static IEnumerable<Word> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!IsPart(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && IsPart(text[at]))
            {
                at++;
            }

            while (at < text.Length && text[at] is ('+' or '#'))
            {
                at++;
            }

            var term = Fold.Word(text.AsSpan(start, Math.Min(at - start, Longest)));
            if (term.Length > 0)
            {
                yield return new Word(start, at - start, term);
            }
        }
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || Fold.IsAccent(letter);
}
