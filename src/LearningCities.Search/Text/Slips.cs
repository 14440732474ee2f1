using System.Numerics;

namespace LearningCities.Search;

/// <summary>A word that the asked one may have been meant for.</summary>
/// <param name="Whole">It is near as a whole, not only its beginning.</param>
internal readonly record struct Meant(int Form, int Edits, bool Whole);

/// <summary>How unlike what was typed a word is, where fingers slip as they do.</summary>
/// <param name="Whole">To the word itself.</param>
/// <param name="Beginning">To what it begins with.</param>
internal readonly record struct Unlikeness(float Whole, float Beginning);

/// <summary>Typing slips: a letter too many, too few, another one, or two neighbours swapped.</summary>
internal static class Slips
{
    /// <summary>What a slip costs at most that happens to everybody.</summary>
    public const float Likely = LeftOut;

    private const float Swapped = 0.65f, LeftOut = 0.7f, Doubled = 0.6f, TooMany = 0.95f, Beside = 0.85f, Another = 1.05f;

    /// <summary>So many letters a word must have to be meant by one with two slips.</summary>
    public const int LongWord = 8;

    public static int Allowed(string term) => term.Length < 4 || term.All(char.IsAsciiDigit) ? 0 : term.Length < LongWord ? 1 : 2;

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

    /// <summary>
    /// Like <see cref="Between"/>, but a slip costs the less the likelier it is: letters are left out, doubled and swapped far more
    /// often than a certain other letter is hit, and that is mostly one beside it on the keyboard.
    /// </summary>
    public static Unlikeness Weigh(string typed, string word)
    {
        var columns = Math.Min(word.Length, typed.Length + 2);
        Span<float> before = stackalloc float[columns + 1], last = stackalloc float[columns + 1], row = stackalloc float[columns + 1];
        for (var column = 0; column <= columns; column++)
        {
            last[column] = column * LeftOut;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            var tooMany = i > 1 && typed[i - 1] == typed[i - 2] ? Doubled : TooMany;
            row[0] = last[0] + tooMany;
            for (var j = 1; j <= columns; j++)
            {
                var other = typed[i - 1] == word[j - 1] ? 0 : Keys.AreBeside(typed[i - 1], word[j - 1]) ? Beside : Another;
                var leftOut = j > 1 && word[j - 1] == word[j - 2] ? Doubled : LeftOut;
                row[j] = Math.Min(Math.Min(last[j] + tooMany, row[j - 1] + leftOut), last[j - 1] + other);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + Swapped);
                }
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        var beginning = float.MaxValue;
        foreach (var cost in last)
        {
            beginning = Math.Min(beginning, cost);
        }

        return new Unlikeness(columns == word.Length ? last[columns] : float.MaxValue, beginning);
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
