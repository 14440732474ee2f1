using System.Numerics;

namespace LearningCities.Search;

/// <summary>
/// Words in order and by what is left of them when letters are taken out, as they were at one moment; what came since is
/// looked through one by one. A slip and the word it was meant for have something left in common.
/// </summary>
internal sealed class Spellings
{
    /// <summary>Beyond these letters slips are found by comparing.</summary>
    private const int Beginning = 7;

    private const int MostForTwo = 6; // letters a word must have to be meant by one with two slips
    private const int KeptTops = 64;

    private readonly Lexicon _lexicon;
    private readonly int _known;
    private readonly int[] _sorted;
    private readonly Dictionary<string, int[]> _tops = new(StringComparer.Ordinal);
    private readonly int[] _starts;
    private readonly int[] _entries;
    private readonly uint[] _letters;

    public Spellings(Lexicon lexicon)
    {
        (_lexicon, _known) = (lexicon, Math.Min(lexicon.Forms.Count, lexicon.TermsOfForm.Count));
        var forms = lexicon.Forms.Now[.._known].ToArray();
        _sorted = [.. Enumerable.Range(0, _known)];
        Array.Sort(forms, _sorted, StringComparer.Ordinal);
        _letters = Array.ConvertAll(lexicon.Forms.Now[.._known].ToArray(), Slips.LettersOf);
        var buckets = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, _known * 16));
        _starts = new int[buckets + 1];
        for (var form = 0; form < _known; form++)
        {
            ForEachRest(lexicon.Forms[form], MostOf(lexicon.Forms[form]), hash => _starts[(hash & (buckets - 1)) + 1]++);
        }

        for (var i = 0; i < buckets; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _entries = new int[_starts[^1]];
        var next = _starts[..^1];
        for (var form = 0; form < _known; form++)
        {
            var number = form;
            ForEachRest(lexicon.Forms[form], MostOf(lexicon.Forms[form]), hash => _entries[next[hash & (buckets - 1)]++] = number);
        }
    }

    /// <summary>Whether so much has been added since that it should be made anew.</summary>
    public bool IsOld => _lexicon.Forms.Count - _known > Math.Max(500, _known / 4);

    /// <summary>Words that begin so, in no order.</summary>
    public List<int> StartingWith(string beginning)
    {
        var found = new List<int>();
        for (var at = From(beginning); at < _known && Starts(_sorted[at], beginning); at++)
        {
            found.Add(_sorted[at]);
        }

        for (var form = _known; form < _lexicon.TermsOfForm.Count; form++)
        {
            if (Starts(form, beginning))
            {
                found.Add(form);
            }
        }

        return found;
    }

    /// <summary>The most frequent words that begin so. For short beginnings it is remembered, since half the words begin so.</summary>
    public int[] Tops(string beginning, int many)
    {
        if (beginning.Length > 3 || many > KeptTops)
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
        var (found, seen, letters) = (new List<Meant>(), new HashSet<int>(), Slips.LettersOf(typed));
        ForEachRest(typed, allowed, hash =>
        {
            var bucket = hash & (uint)(_starts.Length - 2);
            for (var i = _starts[bucket]; i < _starts[bucket + 1]; i++)
            {
                if (Slips.CanBe(letters, _letters[_entries[i]], allowed) && seen.Add(_entries[i]))
                {
                    Compare(_entries[i]);
                }
            }
        });
        for (var form = _known; form < _lexicon.TermsOfForm.Count; form++)
        {
            Compare(form);
        }

        return found;

        void Compare(int form)
        {
            var word = _lexicon.Forms[form];
            if (Slips.Between(typed, word, allowed) is <= 2 and var edits)
            {
                found.Add(new Meant(form, edits, Whole: true));
            }
            else if (Slips.Between(typed, word, allowed, orItsBeginning: true) is <= 2 and var some)
            {
                found.Add(new Meant(form, some, Whole: false));
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

    private int From(string beginning)
    {
        var (low, high) = (0, _known);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_lexicon.Forms[_sorted[middle]], beginning) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool Starts(int form, string beginning) => _lexicon.Forms[form].StartsWith(beginning, StringComparison.Ordinal);

    private static int MostOf(string form) => form.Length >= MostForTwo ? 2 : form.Length >= 3 ? 1 : 0;

    /// <summary>What is left of a word's beginning when none, one or two letters are taken out, as a hash each.</summary>
    private static void ForEachRest(string word, int most, Action<uint> found)
    {
        Span<char> rest = stackalloc char[Beginning];
        var length = Math.Min(word.Length, Beginning);
        var whole = word.AsSpan(0, length);
        found(Hash(whole));
        for (var i = 0; most > 0 && i < length; i++)
        {
            whole[..i].CopyTo(rest);
            whole[(i + 1)..].CopyTo(rest[i..]);
            found(Hash(rest[..(length - 1)]));
            for (var j = i; most > 1 && j < length - 1; j++)
            {
                whole[..i].CopyTo(rest);
                whole[(i + 1)..].CopyTo(rest[i..]);
                rest[(j + 1)..(length - 1)].CopyTo(rest[j..]);
                found(Hash(rest[..(length - 2)]));
            }
        }
    }

    private static uint Hash(ReadOnlySpan<char> letters)
    {
        var hash = 2166136261u;
        foreach (var letter in letters)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
