namespace LearningCities.Search;

/// <summary>What a text asks for, as it was typed.</summary>
internal sealed class Asked
{
    /// <summary>More words than that are not looked for: nobody remembers the rest.</summary>
    public const int MostWords = 16;

    /// <param name="Term">Folded.</param>
    /// <param name="Written">Without case, with accents.</param>
    public readonly record struct Word(int Start, int Length, string Term, string Written);

    /// <summary>What all hits should have: words that say something, or, where none does, all of them.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>What no hit may have.</summary>
    public List<string> Unwanted { get; } = [];

    /// <summary>Words that stand together, folded.</summary>
    public List<string[]> Phrases { get; } = [];

    /// <summary>No word was asked for; one that must not be there is none.</summary>
    public bool IsEmpty => Words.Count == 0;

    public static Asked Of(string text)
    {
        var (asked, all, phrase, quoted, last) = (new Asked(), new List<Word>(), new List<string>(), false, 0);
        Span<char> lower = stackalloc char[Search.Words.Longest];
        for (var at = 0; Search.Words.Next(text, ref at, out var start);)
        {
            asked.Quotes(text.AsSpan(last, start - last), phrase, ref quoted);
            last = at;
            var length = Search.Words.Lower(text.AsSpan(start, at - start), lower);
            var word = new Word(start, at - start, Fold.Word(lower[..length]), lower[..length].ToString());
            if (word.Term.Length == 0)
            {
                continue;
            }

            if (!quoted && IsUnwanted(text, start))
            {
                if (asked.Unwanted.Count < MostWords)
                {
                    asked.Unwanted.Add(word.Term);
                }

                continue;
            }

            all.Add(word);
            if (quoted)
            {
                phrase.Add(word.Term);
            }
        }

        asked.Quotes("\"", phrase, ref quoted);
        var distinct = all.DistinctBy(word => word.Term).Take(MostWords).ToList();
        var telling = distinct.FindAll(word => !Search.Words.IsSmall(word.Term));
        asked.Words.AddRange(telling.Count > 0 ? telling : distinct);
        return asked;
    }

    private static bool IsUnwanted(string text, int start) =>
        start > 0 && text[start - 1] is '-' or '−' && (start == 1 || char.IsWhiteSpace(text[start - 2]));

    private void Quotes(ReadOnlySpan<char> between, List<string> phrase, ref bool quoted)
    {
        foreach (var letter in between)
        {
            if (letter is not ('"' or '„' or '“' or '”' or '«' or '»'))
            {
                continue;
            }

            if (phrase.Count > 1 && Phrases.Count < MostWords)
            {
                Phrases.Add([.. phrase.Take(MostWords)]);
            }

            phrase.Clear();
            quoted = !quoted;
        }
    }
}
