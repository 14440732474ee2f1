using System.Buffers;
using System.Numerics;

namespace LearningCities.Search;

/// <summary>
/// A range of the lexicon's forms in order, and by what is left of them when letters are taken out: a slip and the word it was
/// meant for have something left in common. It never changes.
/// </summary>
internal sealed class SpellingRange
{
    /// <summary>Beyond these letters slips are found by comparing.</summary>
    private const int Beginning = 7;

    private const int MostForTwo = 6; // letters a word must have to be meant by one with two slips
    private const int BucketsAWord = 4; // some seven entries each: looking at them costs less than room for fewer
    private const int TakenBits = 2; // of an entry: how many letters were taken out

    private readonly Lexicon _lexicon;
    private readonly int[] _sorted;
    private readonly int[] _starts;
    private readonly int[] _entries;
    private readonly uint[] _letters;

    public SpellingRange(Lexicon lexicon, int first, int end)
    {
        (_lexicon, First, End) = (lexicon, first, end);
        var words = lexicon.Forms.Now[first..end].ToArray();
        _letters = Array.ConvertAll(words, Slips.LettersOf);
        _sorted = [.. Enumerable.Range(first, words.Length)];
        Array.Sort((string[])words.Clone(), _sorted, StringComparer.Ordinal);
        var buckets = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words.Length * BucketsAWord));
        _starts = new int[buckets + 1];
        Array.ForEach(words, word => ForEachRest(word, MostOf(word), (hash, _) => _starts[(hash & (buckets - 1)) + 1]++));
        for (var i = 0; i < buckets; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _entries = new int[_starts[^1]];
        var next = _starts[..^1];
        for (var i = 0; i < words.Length; i++)
        {
            var number = i;
            ForEachRest(words[i], MostOf(words[i]), (hash, taken) => _entries[next[hash & (buckets - 1)]++] = (number << TakenBits) | taken);
        }
    }

    public int First { get; }

    public int End { get; }

    public int Count => End - First;

    /// <summary>The forms that begin so, in order.</summary>
    public ReadOnlySpan<int> StartingWith(string beginning)
    {
        var first = Place(beginning, from: 0);
        return _sorted.AsSpan(first..Place(beginning + char.MaxValue, first));
    }

    /// <summary>The forms that may be within so many slips of what was typed, or whose beginning may be; others are not.</summary>
    public void Candidates(string typed, int allowed, Action<int> found)
    {
        var letters = Slips.LettersOf(typed);
        var seen = ArrayPool<ulong>.Shared.Rent((Count >> 6) + 1);
        Array.Clear(seen);
        ForEachRest(typed, allowed, (hash, _) =>
        {
            var bucket = hash & (uint)(_starts.Length - 2);
            foreach (var entry in _entries.AsSpan(_starts[bucket].._starts[bucket + 1]))
            {
                var form = entry >> TakenBits;
                ref var bits = ref seen[form >> 6];
                if ((entry & ((1 << TakenBits) - 1)) <= allowed && (bits & (1UL << form)) == 0 && Slips.CanBe(letters, _letters[form], allowed))
                {
                    bits |= 1UL << form;
                    found(First + form);
                }
            }
        });
        ArrayPool<ulong>.Shared.Return(seen);
    }

    /// <summary>What is left of a word's beginning, as numbers.</summary>
    public static IReadOnlyCollection<uint> RestsOf(string word, int most)
    {
        var rests = new HashSet<uint>();
        ForEachRest(word, most, (rest, _) => rests.Add(rest));
        return rests;
    }

    private int Place(string word, int from)
    {
        var (low, high) = (from, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_lexicon.Forms[_sorted[middle]], word) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>How many letters are taken out of a word.</summary>
    public static int MostOf(string form) => form.Length >= MostForTwo ? 2 : form.Length >= 3 ? 1 : 0;

    /// <summary>What is left of a word's beginning when none, one or two letters are taken out, as a hash each, and how many were.</summary>
    private static void ForEachRest(string word, int most, Action<uint, int> found)
    {
        Span<char> rest = stackalloc char[Beginning];
        var length = Math.Min(word.Length, Beginning);
        var whole = word.AsSpan(0, length);
        found(Hash(whole), 0);
        for (var i = 0; most > 0 && i < length; i++)
        {
            whole[..i].CopyTo(rest);
            whole[(i + 1)..].CopyTo(rest[i..]);
            found(Hash(rest[..(length - 1)]), 1);
            for (var j = i; most > 1 && j < length - 1; j++)
            {
                whole[..i].CopyTo(rest);
                whole[(i + 1)..].CopyTo(rest[i..]);
                rest[(j + 1)..(length - 1)].CopyTo(rest[j..]);
                found(Hash(rest[..(length - 2)]), 2);
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
