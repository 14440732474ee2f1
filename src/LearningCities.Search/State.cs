namespace LearningCities.Search;

/// <summary>An index at one moment. A search reads one from beginning to end; a change makes another.</summary>
internal sealed record State<T>(Part<T>[] Parts, Lexicon Lexicon, Spellings Spellings)
{
    public int Living { get; } = Parts.Sum(part => part.Living);

    public T ItemOf(Segment segment, int document) => Array.Find(Parts, part => part.Segment == segment)!.Items[document];

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
