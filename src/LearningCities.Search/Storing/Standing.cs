namespace LearningCities.Search;

/// <summary>
/// Where a document stands in its segment: by the square it lies in, then by its language, then by its id. Who asks for a place
/// reads a few rows of neighbours; who asks for a word reads what is written in its language, and not between it the rest.
/// </summary>
internal readonly record struct Standing(int Square, byte Language, Guid Id) : IComparable<Standing>
{
    /// <summary>Where a document stands that is nowhere.</summary>
    public const int NoSquare = int.MaxValue;

    private const int WordsLookedAt = 12;

    public int CompareTo(Standing other)
    {
        var compared = Square.CompareTo(other.Square);
        compared = compared != 0 ? compared : Language.CompareTo(other.Language);
        return compared != 0 ? compared : Id.CompareTo(other.Id);
    }

    /// <summary>The language of a document's first words; names have none.</summary>
    public static byte LanguageOf(ReadOnlySpan<byte> row, ReadOnlySpan<Lexicon.Term> terms)
    {
        for (int at = 0, looked = 0; at < row.Length && looked < WordsLookedAt;)
        {
            var number = Drafts.Read(row, ref at);
            if (number == Drafts.NewPassage)
            {
                Drafts.Read(row, ref at);
                continue;
            }

            looked++;
            if (terms[number - 1].Language != 0)
            {
                return terms[number - 1].Language;
            }
        }

        return 0;
    }
}
