using System.Numerics;

namespace LearningCities.Search;

/// <summary>Room that a search needs for one segment at a time. It is used again by the next search.</summary>
internal sealed class Scratch
{
    private readonly List<ushort[]> _refused = [];
    private readonly List<int[]> _places = [];
    private readonly List<float[]> _shares = [];
    private readonly List<(ushort[] Documents, float[] Scores)> _unions = [];

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

    /// <summary>A bit for each document. It is clean between uses.</summary>
    public ulong[] Bits { get; } = new ulong[Segment.Most / 64];

    /// <summary>The documents whose bits are set, in order; then they are set no more.</summary>
    public ReadOnlySpan<ushort> TakeBits()
    {
        var count = 0;
        for (var at = 0; at < Bits.Length; at++)
        {
            for (var bits = Bits[at]; bits != 0; bits &= bits - 1)
            {
                Documents[count++] = (ushort)((at << 6) + BitOperations.TrailingZeroCount(bits));
            }

            Bits[at] = 0;
        }

        return Documents.AsSpan(0, count);
    }

    /// <summary>For a word of the question, where in its run each candidate is.</summary>
    public int[] Places(int word) => At(_places, word, () => new int[Segment.Most]);

    public float[] Shares(int number) => At(_shares, number, () => new float[256]);

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
