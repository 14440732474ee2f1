namespace LearningCities.Search;

/// <summary>
/// What was typed, made ready to be compared with many words: a bit for each of its letters, so that a letter of a word is compared
/// with all of them in one step (Hyyrö 2003, with neighbours swapped).
/// </summary>
internal sealed class TypedWord
{
    private const int Letters = 128, MostBits = 64;

    private readonly string _typed;
    private readonly ulong[]? _places; // of each letter; null where letters are not plain, or too many

    public TypedWord(string typed)
    {
        _typed = typed;
        if (typed.Length is 0 or > MostBits || !System.Text.Ascii.IsValid(typed))
        {
            return;
        }

        _places = new ulong[Letters];
        for (var i = 0; i < typed.Length; i++)
        {
            _places[typed[i]] |= 1UL << i;
        }
    }

    /// <summary>How many slips turn it into the word's beginning, and how many into the word; more than allowed is <see cref="int.MaxValue"/>.</summary>
    public (int Beginning, int Whole) Between(string word, int allowed)
    {
        if (_places is null)
        {
            return (Slips.Between(_typed, word, allowed, orItsBeginning: true), Slips.Between(_typed, word, allowed));
        }

        var (last, edits) = (1UL << (_typed.Length - 1), _typed.Length);
        var (more, fewer, same, before) = (ulong.MaxValue, 0UL, 0UL, 0UL); // of each row how it differs from the one above it, and from the column before
        var (least, columns) = (edits, Math.Min(word.Length, _typed.Length + allowed));
        for (var column = 0; column < columns; column++)
        {
            var here = word[column] < Letters ? _places[word[column]] : 0;
            var swapped = ((~same & here) << 1) & before;
            same = (((here & more) + more) ^ more) | here | fewer | swapped;
            var (up, down) = (fewer | ~(same | more), same & more);
            edits += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
            least = Math.Min(least, edits);
            (up, down, before) = ((up << 1) | 1, down << 1, here);
            (more, fewer) = (down | ~(same | up), up & same);
        }

        return (least <= allowed ? least : int.MaxValue, columns == word.Length && edits <= allowed ? edits : int.MaxValue);
    }
}
