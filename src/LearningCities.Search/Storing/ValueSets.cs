using System.Collections.Concurrent;

namespace LearningCities.Search;

/// <summary>The values of one field, and the sets of them that things have. Both only grow, and one thread adds to them.</summary>
internal sealed class ValueSets
{
    private readonly ConcurrentDictionary<string, int> _values = new(1, 64, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);
    private readonly List<int> _set = [];

    public ValueSets()
    {
        Sets.Add([]); // the first set is that of things without a value
        _sets[""] = 0;
    }

    public Growing<string> Values { get; } = new();

    public Growing<int[]> Sets { get; } = new();

    public int? Value(string value) => _values.TryGetValue(value, out var number) ? number : null;

    /// <summary>Values and sets as they were numbered in another index of the same kind.</summary>
    public void Restore(string[] values, int[][] sets)
    {
        foreach (var value in values)
        {
            NumberOf(value);
        }

        foreach (var set in sets)
        {
            Number(set.Select(value => values[value]));
        }
    }

    /// <summary>The number of the set of these values.</summary>
    public int Number(IEnumerable<string> values)
    {
        _set.Clear();
        foreach (var value in values)
        {
            if (NumberOf(value) is var known && !_set.Contains(known))
            {
                _set.Add(known);
            }
        }

        _set.Sort();
        Span<char> key = _set.Count <= 64 ? stackalloc char[_set.Count * 2] : new char[_set.Count * 2];
        for (var i = 0; i < _set.Count; i++)
        {
            (key[2 * i], key[(2 * i) + 1]) = ((char)(_set[i] & 0xffff), (char)(_set[i] >> 16));
        }

        var sets = _sets.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!sets.TryGetValue(key, out var number))
        {
            number = Sets.Add([.. _set]);
            sets[key] = number;
        }

        return number;
    }

    private int NumberOf(string value)
    {
        if (!_values.TryGetValue(value, out var number))
        {
            number = Values.Add(value);
            _values[value] = number;
        }

        return number;
    }
}
