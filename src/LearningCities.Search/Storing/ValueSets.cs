using System.Collections.Concurrent;

namespace LearningCities.Search;

/// <summary>The values of one field, and the sets of them that things have. Both only grow, and one thread adds to them.</summary>
internal sealed class ValueSets
{
    private readonly ConcurrentDictionary<string, int> _values = new(1, 64, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);
    private readonly List<int> _set = [];
    private readonly Growing<int> _members = new(); // the sets' values, one set after the other
    private readonly Growing<int> _starts = new();

    public ValueSets()
    {
        _starts.Add(0);
        _starts.Add(0); // the first set is that of things without a value
        _sets[""] = 0;
    }

    public Growing<string> Values { get; } = new();

    /// <summary>How many sets there are.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>The values of a set.</summary>
    public ReadOnlySpan<int> this[int set] => _members.Now[_starts[set].._starts[set + 1]];

    /// <summary>Where each set's values begin, and all of them: to go through many.</summary>
    public Members All()
    {
        var starts = _starts.Now; // first: what they lead to is there by then
        return new Members(starts, _members.Now);
    }

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
            number = Count;
            _set.ForEach(value => _members.Add(value));
            _starts.Add(_members.Count);
            sets[key] = number;
        }

        return number;
    }

    /// <summary>The values of all sets at one moment.</summary>
    public readonly ref struct Members(ReadOnlySpan<int> starts, ReadOnlySpan<int> members)
    {
        private readonly ReadOnlySpan<int> _starts = starts, _members = members;

        public ReadOnlySpan<int> this[int set] => _members[_starts[set].._starts[set + 1]];
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
