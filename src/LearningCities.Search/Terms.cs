namespace LearningCities.Search;

/// <summary>That a word stands in a document, and how heavily.</summary>
internal readonly record struct Posting(int Document, float Weight);

/// <summary>Words in order, with where they stand. It never changes once it is made.</summary>
internal sealed class Terms
{
    private readonly string[] _terms;
    private readonly Posting[][] _postings;
    private readonly uint[] _letters;

    public Terms(Dictionary<string, List<Posting>> collected)
    {
        _terms = [.. collected.Keys];
        Array.Sort(_terms, StringComparer.Ordinal);
        _postings = [.. _terms.Select(term => collected[term].ToArray())];
        _letters = [.. _terms.Select(Slips.LettersOf)];
    }

    public ReadOnlySpan<Posting> this[string term] =>
        Array.BinarySearch(_terms, term, StringComparer.Ordinal) is >= 0 and var at ? _postings[at] : [];

    public int Count => _terms.Length;

    public (string Term, Posting[] Postings) At(int index) => (_terms[index], _postings[index]);

    /// <summary>Where the words with this beginning are: from the first, up to before the second.</summary>
    public Range StartingWith(string beginning)
    {
        var from = Array.BinarySearch(_terms, beginning, StringComparer.Ordinal);
        from = from < 0 ? ~from : from;
        var to = from;
        while (to < _terms.Length && _terms[to].StartsWith(beginning, StringComparison.Ordinal))
        {
            to++;
        }

        return from..to;
    }

    /// <summary>Words that what was typed may have been meant for, or for whose beginning.</summary>
    public IEnumerable<Meant> Near(string typed, int allowed)
    {
        var letters = Slips.LettersOf(typed);
        for (var i = 0; i < _terms.Length; i++)
        {
            if (Slips.CanBe(letters, _letters[i], allowed)
                && Slips.Between(typed, _terms[i], allowed, orItsBeginning: true) is <= 2 and var edits)
            {
                yield return new Meant(_terms[i], edits);
            }
        }
    }
}
