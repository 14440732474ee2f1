using System.Numerics;

namespace LearningCities.Search;

/// <summary>Room that a search needs for one segment at a time. It is used again by the next search.</summary>
internal sealed class Scratch
{
    private readonly List<int[]> _tables = [];
    private readonly List<ushort[]> _refused = [];
    private readonly List<int[]> _places = [];
    private readonly List<(ushort[] Documents, float[] Scores)> _unions = [];
    private ushort[]? _wordsOf;
    private TopHits.Candidate[] _candidates = [];
    private double[] _keys = [];

    /// <summary>How many postings, candidates and words of texts a search has looked at: what it costs, whatever the machine.</summary>
    public long Steps { get; set; }

    public ushort[] Documents { get; } = new ushort[Segment.Most];

    /// <summary>Which of the candidates are left.</summary>
    public int[] Chosen { get; } = new int[Segment.Most];

    public float[] Scores { get; } = new float[Segment.Most];

    /// <summary>For each facet what its filters alone refuse.</summary>
    public List<ushort[]> Refused(int facets)
    {
        At(_refused, facets - 1, () => new ushort[Segment.Most]);
        return _refused;
    }

    /// <summary>Scores by document. It is clean between uses.</summary>
    public float[] ByDocument { get; } = new float[Segment.Most];

    /// <summary>It is empty between uses.</summary>
    public Marked Marked { get; } = new();

    /// <summary>For each document a bit for each word of the question that it has. It is clean between uses.</summary>
    public ushort[] WordsOf => _wordsOf ??= new ushort[Segment.Most];

    /// <summary>Room for the candidates of a page, and for their keys.</summary>
    public (TopHits.Candidate[] Candidates, double[] Keys) Candidates(int size)
    {
        if (_candidates.Length < size)
        {
            (_candidates, _keys) = (new TopHits.Candidate[size], new double[size]);
        }

        return (_candidates, _keys);
    }

    /// <summary>Which facet's filters refuse a candidate.</summary>
    public int[] Marks { get; } = new int[Segment.Most];

    /// <summary>A table of noughts with room for so many counts, to be given back as it was.</summary>
    public int[] TakeTable(int size)
    {
        var at = _tables.FindIndex(table => table.Length >= size);
        if (at < 0)
        {
            return new int[BitOperations.RoundUpToPowerOf2((uint)size)];
        }

        var taken = _tables[at];
        _tables.RemoveAt(at);
        return taken;
    }

    public void GiveBack(int[] table) => _tables.Add(table);

    /// <summary>For a word of the question, where in its run each candidate is.</summary>
    public int[] Places(int word) => At(_places, word, () => new int[Segment.Most]);

    public (ushort[] Documents, float[] Scores) Union(int word) =>
        At(_unions, word, () => (new ushort[Segment.Most], new float[Segment.Most]));

    private static TItem At<TItem>(List<TItem> items, int index, Func<TItem> make)
    {
        while (items.Count <= index)
        {
            items.Add(make());
        }

        return items[index];
    }
}
