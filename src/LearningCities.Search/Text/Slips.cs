using System.Numerics;

namespace LearningCities.Search;

/// <summary>A word that the asked one may have been meant for.</summary>
/// <param name="Whole">It is near as a whole, not only its beginning.</param>
internal readonly record struct Meant(int Form, int Edits, bool Whole);

/// <summary>Typing slips: a letter too many, too few, another one, or two neighbours swapped.</summary>
internal static class Slips
{
    public static int Allowed(string term) => term.Length < 4 || term.All(char.IsAsciiDigit) ? 0 : term.Length < 8 ? 1 : 2;

    /// <summary>
    /// How many slips turn what was typed into the word, or into its beginning; more than <paramref name="allowed"/> is
    /// answered as <see cref="int.MaxValue"/>.
    /// </summary>
    public static int Between(string typed, string word, int allowed, bool orItsBeginning = false)
    {
        if (typed.Length - word.Length > allowed || (!orItsBeginning && word.Length - typed.Length > allowed))
        {
            return int.MaxValue;
        }

        // A row for each letter typed, a column for each letter of the word; three rows are needed at a time.
        var columns = Math.Min(word.Length, typed.Length + allowed);
        Span<int> before = stackalloc int[columns + 1], last = stackalloc int[columns + 1], row = stackalloc int[columns + 1];
        for (var column = 0; column <= columns; column++)
        {
            last[column] = column;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var best = row[0];
            for (var j = 1; j <= columns; j++)
            {
                var same = typed[i - 1] == word[j - 1];
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                best = Math.Min(best, row[j]);
            }

            if (best > allowed)
            {
                return int.MaxValue;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        var edits = orItsBeginning ? Least(last) : columns == word.Length ? last[columns] : int.MaxValue;
        return edits <= allowed ? edits : int.MaxValue;
    }

    /// <summary>Which letters a word has, a bit each: words that differ in more letters than slips allow are not compared.</summary>
    public static uint LettersOf(string term)
    {
        var letters = 0u;
        foreach (var letter in term)
        {
            letters |= 1u << (letter % 32);
        }

        return letters;
    }

    public static bool CanBe(uint typed, uint word, int allowed) => BitOperations.PopCount(typed & ~word) <= allowed;

    private static int Least(ReadOnlySpan<int> row)
    {
        var least = int.MaxValue;
        foreach (var edits in row)
        {
            least = Math.Min(least, edits);
        }

        return least;
    }
}
