namespace LearningCities.Search;

/// <summary>Some documents and their words. It never changes: what is replaced is marked dead outside, and merged away.</summary>
internal sealed class Segment<T>
{
    private Segment(T[] items, Guid[] ids, float[] lengths, Terms words, Terms stems)
    {
        (Items, Ids, Lengths, Words, Stems) = (items, ids, lengths, words, stems);
        TotalLength = lengths.Sum();
    }

    public T[] Items { get; }

    public Guid[] Ids { get; }

    /// <summary>How many words a document has.</summary>
    public float[] Lengths { get; }

    public float TotalLength { get; }

    public Terms Words { get; }

    public Terms Stems { get; }

    public static Segment<T> Of(IReadOnlyList<T> items, Func<T, Guid> id, Func<T, IEnumerable<Passage>> passages)
    {
        var (words, stems) = (new Collecting(), new Collecting());
        var lengths = new float[items.Count];
        for (var document = 0; document < items.Count; document++)
        {
            foreach (var passage in passages(items[document]))
            {
                foreach (var word in Search.Words.Of(passage.Text))
                {
                    lengths[document]++;
                    words.Add(word.Term, document, passage.Weight);
                    stems.Add(Stem.Of(word.Term, passage.Language), document, passage.Weight);
                }
            }
        }

        return new([.. items], [.. items.Select(id)], lengths, words.Done(), stems.Done());
    }

    /// <summary>The living documents of several segments as one, without reading their texts again.</summary>
    public static Segment<T> Merge(IReadOnlyList<Part<T>> parts)
    {
        var (words, stems) = (new Collecting(), new Collecting());
        var (items, ids, lengths) = (new List<T>(), new List<Guid>(), new List<float>());
        foreach (var (segment, dead) in parts)
        {
            var moved = new int[dead.Length];
            for (var document = 0; document < dead.Length; document++)
            {
                moved[document] = dead[document] ? -1 : items.Count;
                if (!dead[document])
                {
                    items.Add(segment.Items[document]);
                    ids.Add(segment.Ids[document]);
                    lengths.Add(segment.Lengths[document]);
                }
            }

            words.AddAll(segment.Words, moved);
            stems.AddAll(segment.Stems, moved);
        }

        return new([.. items], [.. ids], [.. lengths], words.Done(), stems.Done());
    }

    /// <summary>Words on their way into a segment; documents come in order.</summary>
    private sealed class Collecting
    {
        private readonly Dictionary<string, List<Posting>> _terms = new(StringComparer.Ordinal);

        public void Add(string term, int document, float weight)
        {
            var postings = PostingsOf(term);
            if (postings is [.., var last] && last.Document == document)
            {
                postings[^1] = last with { Weight = last.Weight + weight };
            }
            else
            {
                postings.Add(new Posting(document, weight));
            }
        }

        public void AddAll(Terms terms, int[] moved)
        {
            for (var i = 0; i < terms.Count; i++)
            {
                var (term, postings) = terms.At(i);
                foreach (var posting in postings)
                {
                    if (moved[posting.Document] >= 0)
                    {
                        PostingsOf(term).Add(posting with { Document = moved[posting.Document] });
                    }
                }
            }
        }

        public Terms Done() => new(_terms);

        private List<Posting> PostingsOf(string term)
        {
            if (!_terms.TryGetValue(term, out var postings))
            {
                _terms.Add(term, postings = []);
            }

            return postings;
        }
    }
}

/// <summary>A segment and which of its documents have been replaced or removed since.</summary>
internal sealed record Part<T>(Segment<T> Segment, bool[] Dead)
{
    public int Living { get; } = Dead.Count(dead => !dead);
}
