namespace LearningCities.Search;

/// <summary>
/// All forms of a lexicon by their letters, as they were at one moment: in few ranges, the later ones smaller, so that new words
/// cost little; the last few, which are in no range yet, are looked through one by one.
/// </summary>
internal sealed class Spellings
{
    private const int Few = 256;
    private const int Together = 4; // a range is made one with the next while it is not that many times as large
    private const int KeptTops = 64, KeptLength = 24, MostKept = 20_000;

    private readonly Lexicon _lexicon;
    private readonly SpellingRange[] _ranges;
    private readonly Dictionary<string, int[]> _tops = new(StringComparer.Ordinal);
    private readonly int _known;

    public Spellings(Lexicon lexicon) : this(lexicon, [])
    {
    }

    private Spellings(Lexicon lexicon, SpellingRange[] ranges) =>
        (_lexicon, _ranges, _known) = (lexicon, ranges, ranges.Length == 0 ? 0 : ranges[^1].End);

    /// <summary>With what has been added since, or this where that is little.</summary>
    public Spellings Grown()
    {
        var end = _lexicon.Count;
        if (end - _known <= Few)
        {
            return this;
        }

        var (ranges, first) = (_ranges.ToList(), _known);
        while (ranges is [.., var last] && last.Count < Together * (end - first))
        {
            first = last.First;
            ranges.RemoveAt(ranges.Count - 1);
        }

        return new Spellings(_lexicon, [.. ranges, new SpellingRange(_lexicon, first, end)]);
    }

    /// <summary>Words that begin so, in no order.</summary>
    public List<int> StartingWith(string beginning)
    {
        var found = new List<int>();
        foreach (var range in _ranges)
        {
            found.AddRange(range.StartingWith(beginning));
        }

        for (var form = _known; form < _lexicon.Count; form++)
        {
            if (_lexicon.Forms[form].StartsWith(beginning, StringComparison.Ordinal))
            {
                found.Add(form);
            }
        }

        return found;
    }

    /// <summary>The most frequent words that begin so. It is remembered: while somebody types, others have begun so, too.</summary>
    public int[] Tops(string beginning, int many)
    {
        if (beginning.Length > KeptLength || many > KeptTops)
        {
            return Most(StartingWith(beginning), many);
        }

        lock (_tops)
        {
            if (_tops.TryGetValue(beginning, out var kept))
            {
                return kept.Length > many ? kept[..many] : kept;
            }
        }

        var tops = Most(StartingWith(beginning), KeptTops);
        lock (_tops)
        {
            if (_tops.Count >= MostKept)
            {
                _tops.Clear();
            }

            _tops[beginning] = tops;
        }

        return tops.Length > many ? tops[..many] : tops;
    }

    /// <summary>Forgets which words are frequent: that changes with what is put in.</summary>
    public void ForgetTops()
    {
        lock (_tops)
        {
            _tops.Clear();
        }
    }

    /// <summary>Words that what was typed may have been meant for, or for whose beginning.</summary>
    public List<Meant> Near(string typed, int allowed)
    {
        var (found, asked) = (new List<Meant>(), new TypedWord(typed));
        foreach (var range in _ranges)
        {
            range.Candidates(typed, allowed, Compare);
        }

        for (var form = _known; form < _lexicon.Count; form++)
        {
            Compare(form);
        }

        return found;

        // What is not even near the beginning of a word is not near the word.
        void Compare(int form)
        {
            var (some, whole) = asked.Between(_lexicon.Forms[form], allowed);
            if (some <= allowed)
            {
                found.Add(new Meant(form, Math.Min(some, whole), Whole: whole <= some));
            }
        }
    }

    private int[] Most(List<int> forms, int many)
    {
        var best = new PriorityQueue<int, (int Places, int Form)>();
        foreach (var form in forms)
        {
            if (_lexicon.PlacesOf(form) is > 0 and var places)
            {
                best.Enqueue(form, (places, -form));
                if (best.Count > many)
                {
                    best.Dequeue();
                }
            }
        }

        var most = new int[best.Count];
        for (var i = most.Length - 1; i >= 0; i--)
        {
            most[i] = best.Dequeue();
        }

        return most;
    }
}
