using System.Numerics;
using System.Runtime.Intrinsics;

namespace LearningCities.Search;

/// <summary>Which numbers two rows in order have in common.</summary>
internal static class Intersection
{
    private const int Longer = 2, MuchLonger = 128;

    /// <summary>
    /// Keeps of the first row what the second has: which of the first are kept, and where each is in the second. How many.
    /// </summary>
    public static int Of(ReadOnlySpan<ushort> first, ReadOnlySpan<ushort> second, Span<int> kept, Span<int> places) =>
        second.Length > first.Length * MuchLonger ? Galloping(first, second, kept, places)
        : second.Length > first.Length * Longer && Vector256.IsHardwareAccelerated ? Blocks(first, second, kept, places)
        : Side(first, second, kept, places);

    // No branches on what the numbers are: which row is behind cannot be foreseen, and guessing wrong costs more than a step.
    private static int Side(ReadOnlySpan<ushort> first, ReadOnlySpan<ushort> second, Span<int> kept, Span<int> places)
    {
        var (i, j, count) = (0, 0, 0);
        while (i < first.Length && j < second.Length)
        {
            int one = first[i], other = second[j];
            kept[count] = i;
            places[count] = j;
            count += one == other ? 1 : 0;
            i += one <= other ? 1 : 0;
            j += other <= one ? 1 : 0;
        }

        return count;
    }

    // Sixteen of the longer row at a look.
    private static int Blocks(ReadOnlySpan<ushort> first, ReadOnlySpan<ushort> second, Span<int> kept, Span<int> places)
    {
        var (i, j, count) = (0, 0, 0);
        for (; i < first.Length; i++)
        {
            var wanted = first[i];
            while (j + Vector256<ushort>.Count <= second.Length && second[j + Vector256<ushort>.Count - 1] < wanted)
            {
                j += Vector256<ushort>.Count;
            }

            if (j + Vector256<ushort>.Count > second.Length)
            {
                break;
            }

            var equal = Vector256.Equals(Vector256.Create(wanted), Vector256.Create(second.Slice(j, Vector256<ushort>.Count))).ExtractMostSignificantBits();
            kept[count] = i;
            places[count] = j + BitOperations.TrailingZeroCount(equal);
            count += equal != 0 ? 1 : 0;
        }

        var rest = Side(first[i..], second[j..], kept[count..], places[count..]);
        for (var at = count; at < count + rest; at++)
        {
            kept[at] += i;
            places[at] += j;
        }

        return count + rest;
    }

    private static int Galloping(ReadOnlySpan<ushort> first, ReadOnlySpan<ushort> second, Span<int> kept, Span<int> places)
    {
        var (at, count) = (0, 0);
        for (var i = 0; i < first.Length; i++)
        {
            var wanted = first[i];
            var (low, step) = (at, 1);
            while (at + step < second.Length && second[at + step] < wanted)
            {
                low = at + step;
                step *= 2;
            }

            var high = Math.Min(at + step, second.Length);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                (low, high) = second[middle] < wanted ? (middle + 1, high) : (low, middle);
            }

            at = low;
            if (at >= second.Length)
            {
                break;
            }

            if (second[at] == wanted)
            {
                (kept[count], places[count++]) = (i, at);
            }
        }

        return count;
    }
}
