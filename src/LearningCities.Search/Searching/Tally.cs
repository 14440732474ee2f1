namespace LearningCities.Search;

/// <summary>Counts hits by the values of facets. Facets that share a column are counted in one step.</summary>
internal sealed class Tally
{
    private readonly ValueSets[] _lists;
    private readonly Facet[] _facets;
    private readonly int[] _listOf; // which list a facet counts, or -1
    private readonly int[] _rangeOf;
    private readonly int[][] _counts; // for each facet its values' or windows'
    private readonly Dictionary<Layout.Group, int[]> _tables = [];

    private Tally(ValueSets[] lists, Facet[] facets, int[] listOf, int[] rangeOf)
    {
        (_lists, _facets, _listOf, _rangeOf) = (lists, facets, listOf, rangeOf);
        _counts = [.. facets.Select((facet, i) => new int[listOf[i] >= 0 ? lists[listOf[i]].Values.Count : facet.Windows!.Count])];
    }

    public static Tally Of<T>(IEnumerable<Facet> facets, Schema<T> schema, ValueSets[] lists)
    {
        var all = facets.ToArray();
        return new Tally(
            lists,
            all,
            Array.ConvertAll(all, facet => facet.Windows is null ? schema.ListNamed(facet.Name) : -1),
            Array.ConvertAll(all, facet => facet.Windows is null ? -1 : schema.RangeNamed(facet.Name)));
    }

    public void Count(Segment segment, ReadOnlySpan<ushort> documents)
    {
        for (var g = 0; g < segment.Codes.Length; g++)
        {
            var group = segment.Layout.Groups[g];
            if (Array.Exists(_listOf, list => list >= 0 && Array.IndexOf(group.Fields, list) >= 0))
            {
                Count(TableOf(group), segment.Codes[g], documents);
            }
        }

        for (var i = 0; i < _facets.Length; i++)
        {
            if (_rangeOf[i] >= 0)
            {
                CountWindows(i, segment.From[_rangeOf[i]], segment.To[_rangeOf[i]], documents);
            }
            else if (Array.IndexOf(segment.Layout.Wide, _listOf[i]) is >= 0 and var wide)
            {
                CountSets(i, segment.WideSets[wide], documents);
            }
        }
    }

    public IEnumerable<(string Name, IReadOnlyList<Count> Counts)> Results()
    {
        foreach (var (group, table) in _tables)
        {
            Spread(group, table);
        }

        for (var i = 0; i < _facets.Length; i++)
        {
            yield return (_facets[i].Name, Ranked(i));
        }
    }

    // Neighbours often have the same code, and a count that was just written is slow to read again: so two tables in one.
    private static void Count(int[] table, ushort[] codes, ReadOnlySpan<ushort> documents)
    {
        var half = table.Length / 2;
        var i = 0;
        for (; i + 1 < documents.Length; i += 2)
        {
            table[codes[documents[i]]]++;
            table[half + codes[documents[i + 1]]]++;
        }

        if (i < documents.Length)
        {
            table[codes[documents[i]]]++;
        }
    }

    private int[] TableOf(Layout.Group group)
    {
        var needed = 2 * group.Count;
        if (!_tables.TryGetValue(group, out var table))
        {
            _tables.Add(group, table = new int[needed + 128]);
        }
        else if (table.Length < needed) // it has grown since this search began
        {
            Spread(group, table);
            _tables[group] = table = new int[needed + 128];
        }

        return table;
    }

    private void Spread(Layout.Group group, int[] table)
    {
        var half = table.Length / 2;
        var places = Array.ConvertAll(_listOf, list => list < 0 ? -1 : Array.IndexOf(group.Fields, list));
        for (var code = table.AsSpan().IndexOfAnyExcept(0); code >= 0;)
        {
            var sets = group[code < half ? code : code - half];
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] >= 0)
                {
                    Add(i, sets[places[i]], table[code]);
                }
            }

            table[code] = 0;
            var next = table.AsSpan(code + 1).IndexOfAnyExcept(0);
            code = next < 0 ? -1 : code + 1 + next;
        }
    }

    private void Add(int facet, int set, int things)
    {
        foreach (var value in _lists[_listOf[facet]].Sets[set])
        {
            if (value >= _counts[facet].Length)
            {
                Array.Resize(ref _counts[facet], _lists[_listOf[facet]].Values.Count);
            }

            _counts[facet][value] += things;
        }
    }

    private void CountSets(int facet, int[] sets, ReadOnlySpan<ushort> documents)
    {
        foreach (var document in documents)
        {
            Add(facet, sets[document], 1);
        }
    }

    private void CountWindows(int facet, long[] from, long[] to, ReadOnlySpan<ushort> documents)
    {
        var windows = _facets[facet].Windows!;
        for (var w = 0; w < windows.Count; w++)
        {
            var count = 0;
            var (none, windowFrom, windowTo) = (windows[w].From is null, windows[w].From ?? 0, windows[w].To ?? long.MaxValue);
            foreach (var document in documents)
            {
                count += (none ? from[document] == Drafts.NoFrom : Test.Overlap(from[document], to[document], windowFrom, windowTo)) ? 1 : 0;
            }

            _counts[facet][w] += count;
        }
    }

    private List<Count> Ranked(int facet)
    {
        var counts = new List<Count>();
        for (var value = 0; value < _counts[facet].Length; value++)
        {
            if (_counts[facet][value] > 0)
            {
                counts.Add(new Count(
                    _listOf[facet] >= 0 ? _lists[_listOf[facet]].Values[value] : _facets[facet].Windows![value].Value, _counts[facet][value]));
            }
        }

        counts.Sort((one, other) => one.Things != other.Things
            ? other.Things.CompareTo(one.Things) : string.CompareOrdinal(one.Value, other.Value));
        return counts;
    }
}
