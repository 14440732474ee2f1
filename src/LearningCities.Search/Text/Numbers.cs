using System.Numerics;

namespace LearningCities.Search;

/// <summary>
/// Finds the number of a text that is kept elsewhere. One thread adds, any number look: what they do not find yet was not there when
/// they began. Eight bytes for a text, and room for as many again: a dictionary would hold several times that.
/// </summary>
/// <param name="textOf">The text that has a number; it is there before the number is added.</param>
internal sealed class Numbers(Func<int, string> textOf)
{
    private ulong[] _slots = new ulong[16]; // nothing, or a text's hash, and its number and one more
    private int _count;

    /// <summary>Less than none where the text has no number.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var (slots, hash) = (Volatile.Read(ref _slots), Hash(text));
        for (var at = (int)hash; ; at++)
        {
            var slot = Volatile.Read(ref slots[at & (slots.Length - 1)]);
            if (slot == 0)
            {
                return -1;
            }

            if ((uint)(slot >> 32) == hash && text.SequenceEqual(textOf((int)(uint)slot - 1)))
            {
                return (int)(uint)slot - 1;
            }
        }
    }

    /// <summary>The text must be there, and have no number yet.</summary>
    public void Add(int number)
    {
        if (2 * (_count + 1) > _slots.Length)
        {
            var larger = new ulong[_slots.Length * 2];
            foreach (var slot in _slots)
            {
                if (slot != 0)
                {
                    Put(larger, slot);
                }
            }

            Volatile.Write(ref _slots, larger);
        }

        Put(_slots, ((ulong)Hash(textOf(number)) << 32) | (uint)(number + 1));
        _count++;
    }

    private static void Put(ulong[] slots, ulong slot)
    {
        var at = (int)(slot >> 32);
        while (slots[at & (slots.Length - 1)] != 0)
        {
            at++;
        }

        Volatile.Write(ref slots[at & (slots.Length - 1)], slot);
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 0x9E3779B97F4A7C15;
        foreach (var letter in text)
        {
            hash = BitOperations.RotateLeft(hash ^ letter, 23) * 0xD6E8FEB86659FD93;
        }

        return (uint)(hash >> 32);
    }
}
