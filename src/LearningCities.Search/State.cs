using System.Collections.Concurrent;

namespace LearningCities.Search;

/// <summary>An index at one moment. A search reads one from beginning to end; a change makes another.</summary>
internal sealed record State<T>(Part<T>[] Parts, Lexicon Lexicon, Spellings Spellings)
{
    private const int MostSuggested = 4096, LongestSuggested = 24;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Suggestion>> _suggested = new(StringComparer.Ordinal);

    public int Living { get; } = Parts.Sum(part => part.Living);

    /// <summary>
    /// Words that go on as typed, the most frequent first. They are kept until something changes: many people begin with the same
    /// letters.
    /// </summary>
    public IReadOnlyList<Suggestion> Suggest(string text, int limit)
    {
        if (_suggested.TryGetValue(text, out var kept) && kept.Count == limit)
        {
            return kept;
        }

        var words = Asked.Of(text);
        Suggestion[] found = words.IsEmpty ? [] : Array.ConvertAll(
            Spellings.Tops(words.Words[^1].Term, limit), form => new Suggestion(Lexicon.Written(form), Lexicon.PlacesOf(form)));
        if (text.Length <= LongestSuggested && found.Length == limit && _suggested.Count < MostSuggested)
        {
            _suggested[text] = found;
        }

        return found;
    }

    /// <summary>Where the thing with this id is; null where it is not there, or no more.</summary>
    public (Part<T> Part, int Document)? Find(Guid id)
    {
        foreach (var part in Parts)
        {
            if (part.Segment.Find(id) is >= 0 and var document && !part.Deaths.Has(document))
            {
                return (part, document);
            }
        }

        return null;
    }
}

/// <summary>A segment with its things, and which of them have been replaced or removed since.</summary>
internal sealed record Part<T>(Segment Segment, T[] Items, Deaths Deaths)
{
    public int Living => Items.Length - Deaths.Count;
}
