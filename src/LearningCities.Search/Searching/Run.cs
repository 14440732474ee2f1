using System.Numerics;

namespace LearningCities.Search;

/// <summary>The documents of a segment that have what a word stands for, in order, and what that is worth.</summary>
internal readonly struct Run
{
    private readonly Postings? _postings;
    private readonly int _start;
    private readonly int _length;
    private readonly float[] _shares; // by variant, with the word's rarity and the impact's unit in it
    private readonly float _most; // of the shares
    private readonly ushort[] _documents;
    private readonly float[] _scores;

    private Run(Postings postings, int start, int length, (float[] Of, float Most) shares)
    {
        (_postings, _start, _length, _shares, _most) = (postings, start, length, shares.Of, shares.Most);
        (_documents, _scores) = (postings.Documents, []);
    }

    private Run(ushort[] documents, float[] scores, int length)
    {
        (_documents, _scores, _length) = (documents, scores, length);
        _shares = [];
    }

    public int Length => _length;

    public ReadOnlySpan<ushort> Documents => _documents.AsSpan(_start, _length);

    /// <summary>Its impacts, and what an impact of one is worth at most; false if it is of several families.</summary>
    public bool IsPlain(out ReadOnlySpan<byte> impacts, out float share)
    {
        impacts = _postings is null ? [] : _postings.Impacts.AsSpan(_start, _length);
        share = _most;
        return _postings is not null;
    }

    public float Score(int at) => _postings is null
        ? _scores[at]
        : _postings.Impacts[_start + at] * _shares[_postings.Variants[_start + at]];

    public static Run Of(Segment segment, Meaning meaning, int word, Scratch scratch)
    {
        var (only, several) = (-1, 0);
        for (var i = 0; i < meaning.Picks.Count; i++)
        {
            if (segment.Postings.Of(meaning.Picks[i].Family).Length > 0)
            {
                only = i;
                several++;
            }
        }

        return several switch
        {
            0 => new Run([], [], 0),
            1 => OfOne(segment, meaning.Picks[only], meaning.Rarity),
            _ => OfAll(segment, meaning, word, scratch),
        };
    }

    private static Run OfOne(Segment segment, Pick pick, float rarity)
    {
        var (start, length) = segment.Postings.Of(pick.Family);
        return new Run(segment.Postings, start, length, pick.Shares(rarity * Postings.ImpactUnit));
    }

    /// <summary>A document that has several of them is as good as the best.</summary>
    private static Run OfAll(Segment segment, Meaning meaning, int word, Scratch scratch)
    {
        foreach (var pick in meaning.Picks)
        {
            var run = OfOne(segment, pick, meaning.Rarity);
            var documents = run.Documents;
            scratch.Steps += documents.Length;
            for (var i = 0; i < documents.Length; i++)
            {
                scratch.Bits[documents[i] >> 6] |= 1UL << documents[i];
                ref var score = ref scratch.ByDocument[documents[i]];
                score = Math.Max(score, run.Score(i));
            }
        }

        return Gather(scratch, scratch.Union(word));
    }

    private static Run Gather(Scratch scratch, (ushort[] Documents, float[] Scores) union)
    {
        var count = 0;
        for (var at = 0; at < scratch.Bits.Length; at++)
        {
            for (var bits = scratch.Bits[at]; bits != 0; bits &= bits - 1)
            {
                var document = (at << 6) + BitOperations.TrailingZeroCount(bits);
                (union.Documents[count], union.Scores[count++]) = ((ushort)document, scratch.ByDocument[document]);
                scratch.ByDocument[document] = 0;
            }

            scratch.Bits[at] = 0;
        }

        return new Run(union.Documents, union.Scores, count);
    }
}
