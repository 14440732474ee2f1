namespace LearningCities.Search;

/// <summary>The documents of a segment that have what a word stands for, in order, and what that is worth.</summary>
internal readonly struct Run
{
    private readonly Posted _posted;
    private readonly float[] _shares; // by variant, with the word's rarity and the impact's unit in it
    private readonly float _most; // of the shares
    private readonly ushort[]? _documents; // of several families
    private readonly float[] _scores;

    private Run(Posted posted, (float[] Of, float Most) shares)
    {
        (_posted, _shares, _most, Length) = (posted, shares.Of, shares.Most, posted.Length);
        _scores = [];
    }

    private Run(ushort[] documents, float[] scores, int length)
    {
        (_documents, _scores, Length) = (documents, scores, length);
        _shares = [];
    }

    public int Length { get; }

    public ReadOnlySpan<ushort> Documents => _documents is null ? _posted.Documents : _documents.AsSpan(0, Length);

    /// <summary>What its documents are worth, and what an impact of one is worth at most; false if it is of several families.</summary>
    public bool IsPlain(out ReadOnlySpan<ushort> worths, out float share)
    {
        worths = _documents is null ? _posted.Worths : [];
        share = _most;
        return _documents is null;
    }

    public float Score(int at) => _documents is null ? _posted.Score(at, _shares) : _scores[at];

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

    private static Run OfOne(Segment segment, Pick pick, float rarity) =>
        new(segment.Postings.Of(pick.Family), pick.Shares(rarity * Postings.ImpactUnit));

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
                scratch.Marked.Add(documents[i]);
                ref var score = ref scratch.ByDocument[documents[i]];
                score = Math.Max(score, run.Score(i));
            }
        }

        var (union, scores) = scratch.Union(word);
        var count = scratch.Marked.Take(union);
        for (var i = 0; i < count; i++)
        {
            scores[i] = scratch.ByDocument[union[i]];
            scratch.ByDocument[union[i]] = 0;
        }

        return new Run(union, scores, count);
    }
}
