using System.Numerics;

namespace LearningCities.Search;

/// <summary>A set of a segment's documents that is filled, taken out in order, and then empty again: few cost little.</summary>
internal sealed class Marked
{
    private readonly ulong[] _bits = new ulong[Segment.Most / 64];
    private readonly ulong[] _filled = new ulong[Segment.Most / 64 / 64]; // a bit for each of the above that has some

    public void Add(int document)
    {
        _bits[document >> 6] |= 1UL << document;
        _filled[document >> 12] |= 1UL << (document >> 6);
    }

    public bool Has(int document) => (_bits[document >> 6] & (1UL << document)) != 0;

    /// <summary>Puts them into a row, in order; how many.</summary>
    public int Take(ushort[] row)
    {
        var count = 0;
        for (var at = 0; at < _filled.Length; at++)
        {
            for (var filled = _filled[at]; filled != 0; filled &= filled - 1)
            {
                var word = (at << 6) + BitOperations.TrailingZeroCount(filled);
                for (var bits = _bits[word]; bits != 0; bits &= bits - 1)
                {
                    row[count++] = (ushort)((word << 6) + BitOperations.TrailingZeroCount(bits));
                }

                _bits[word] = 0;
            }

            _filled[at] = 0;
        }

        return count;
    }
}
