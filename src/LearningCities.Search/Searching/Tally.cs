namespace LearningCities.Search;

/// <summary>Counts hits by the values of facets. Facets that share a column are counted in one step.</summary>
internal sealed class Tally
{
    private const int Few = 64; // so few are sooner counted one by one than a table is made and read

    private readonly ValueSets[] _lists;
    private readonly Facet[] _facets;
    private readonly int[] _listOf; // which list a facet counts, or -1
    private readonly int[] _rangeOf;
    private readonly int[][] _counts; // for each facet its values' or windows'
    private readonly Scratch _scratch;
    private readonly List<(Layout Layout, Column[] Columns)> _seen = [];

    private Tally(ValueSets[] lists, Facet[] facets, int[] listOf, int[] rangeOf, Scratch scratch)
    {
        (_lists, _facets, _listOf, _rangeOf, _scratch) = (lists, facets, listOf, rangeOf, scratch);
        _counts = [.. facets.Select((facet, i) => new int[listOf[i] >= 0 ? lists[listOf[i]].Values.Count : facet.Windows!.Count])];
    }

    public static Tally Of<T>(IEnumerable<Facet> facets, Schema<T> schema, ValueSets[] lists, Scratch scratch)
    {
        var all = facets.ToArray();
        return new Tally(
            lists,
            all,
            Array.ConvertAll(all, facet => facet.Windows is null ? schema.ListNamed(facet.Name) : -1),
            Array.ConvertAll(all, facet => facet.Windows is null ? -1 : schema.RangeNamed(facet.Name)),
            scratch);
    }

    public void Count(Segment segment, ReadOnlySpan<ushort> documents)
    {
        var columns = ColumnsOf(segment.Layout);
        if (documents.Length > Few || Array.Exists(columns, column => column.Table is not null))
        {
            CountTogether(segment, columns, documents);
        }
        else
        {
            CountEach(segment, columns, documents);
        }

        for (var i = 0; i < _facets.Length; i++)
        {
            if (_rangeOf[i] >= 0)
            {
                CountWindows(i, segment.From[_rangeOf[i]], segment.To[_rangeOf[i]], documents);
            }
            else if (Array.IndexOf(segment.Layout.Wide, _listOf[i]) is >= 0 and var wide)
            {
                foreach (var document in documents)
                {
                    Add(i, segment.WideSets[wide][document]);
                }
            }
        }
    }

    /// <summary>Adds what another counted of some of these facets.</summary>
    public void Add(Tally other)
    {
        other.Spread();
        for (var i = 0; i < other._facets.Length; i++)
        {
            var mine = CountsOf(Array.IndexOf(_facets, other._facets[i]));
            for (var value = 0; value < other._counts[i].Length; value++)
            {
                mine[value] += other._counts[i][value];
            }
        }
    }

    public IEnumerable<(string Name, IReadOnlyList<Count> Counts)> Results()
    {
        Spread();
        for (var i = 0; i < _facets.Length; i++)
        {
            yield return (_facets[i].Name, Ranked(i));
        }
    }

    private Column[] ColumnsOf(Layout layout)
    {
        foreach (var (seen, columns) in _seen)
        {
            if (seen == layout)
            {
                return columns;
            }
        }

        var found = new List<Column>();
        for (var g = 0; g < layout.Groups.Length; g++)
        {
            var group = layout.Groups[g];
            (int Facet, int Field)[] counted =
            [
                .. Enumerable.Range(0, _facets.Length).Where(i => _listOf[i] >= 0)
                    .Select(i => (i, Array.IndexOf(group.Fields, _listOf[i]))).Where(facet => facet.Item2 >= 0),
            ];
            if (counted.Length > 0)
            {
                found.Add(new Column(g, group, counted));
            }
        }

        _seen.Add((layout, [.. found]));
        return _seen[^1].Columns;
    }

    private void CountEach(Segment segment, Column[] columns, ReadOnlySpan<ushort> documents)
    {
        var (codes, stride) = (segment.Codes, segment.Layout.Groups.Length);
        foreach (var column in columns)
        {
            foreach (var (facet, field) in column.Counted)
            {
                var sets = column.Group.Sets(field);
                var members = _lists[_listOf[facet]].All();
                var counts = CountsOf(facet);
                foreach (var document in documents)
                {
                    foreach (var value in members[sets[codes[(document * stride) + column.Number]]])
                    {
                        counts[value]++;
                    }
                }
            }
        }
    }

    private void CountTogether(Segment segment, Column[] columns, ReadOnlySpan<ushort> documents)
    {
        foreach (var column in columns)
        {
            column.Table ??= _scratch.TakeTable(2 * (column.Half = column.Group.Count));
        }

        var (stride, at) = (segment.Layout.Groups.Length, 0);
        for (; at + 1 < columns.Length; at += 2)
        {
            CountTwo(columns[at], columns[at + 1], segment.Codes, stride, documents);
        }

        if (at < columns.Length)
        {
            CountOne(columns[at], segment.Codes, stride, documents);
        }
    }

    // Neighbours often have the same code, and a count that was just written is slow to read again: so two tables in one.
    private static void CountOne(Column column, ushort[] codes, int stride, ReadOnlySpan<ushort> documents)
    {
        var (table, half, number, i) = (column.Table!, column.Half, column.Number, 0);
        for (; i + 1 < documents.Length; i += 2)
        {
            table[codes[(documents[i] * stride) + number]]++;
            table[half + codes[(documents[i + 1] * stride) + number]]++;
        }

        if (i < documents.Length)
        {
            table[codes[(documents[i] * stride) + number]]++;
        }
    }

    // A document's codes lie beside each other: it is dearer to come to them than to count them.
    private static void CountTwo(Column first, Column second, ushort[] codes, int stride, ReadOnlySpan<ushort> documents)
    {
        var (one, other, oneHalf, otherHalf) = (first.Table!, second.Table!, first.Half, second.Half);
        var (firstNumber, secondNumber, i) = (first.Number, second.Number, 0);
        for (; i + 1 < documents.Length; i += 2)
        {
            var (here, there) = (documents[i] * stride, documents[i + 1] * stride);
            one[codes[here + firstNumber]]++;
            other[codes[here + secondNumber]]++;
            one[oneHalf + codes[there + firstNumber]]++;
            other[otherHalf + codes[there + secondNumber]]++;
        }

        if (i < documents.Length)
        {
            one[codes[(documents[i] * stride) + firstNumber]]++;
            other[codes[(documents[i] * stride) + secondNumber]]++;
        }
    }

    private void Spread()
    {
        foreach (var column in _seen.SelectMany(seen => seen.Columns))
        {
            if (column.Table is not { } table)
            {
                continue;
            }

            var half = table.AsSpan(column.Half, column.Half);
            foreach (var (facet, field) in column.Counted)
            {
                Spread(table.AsSpan(0, column.Half), half, column.Group.Sets(field), _lists[_listOf[facet]].All(), CountsOf(facet));
            }

            Array.Clear(table, 0, 2 * column.Half);
            _scratch.GiveBack(table);
            column.Table = null;
        }
    }

    private static void Spread(ReadOnlySpan<int> table, ReadOnlySpan<int> other, ReadOnlySpan<int> sets, ValueSets.Members members, int[] counts)
    {
        for (var code = 0; code < table.Length; code++)
        {
            if (table[code] + other[code] is > 0 and var things)
            {
                foreach (var value in members[sets[code]])
                {
                    counts[value] += things;
                }
            }
        }
    }

    private void Add(int facet, int set)
    {
        var counts = CountsOf(facet);
        foreach (var value in _lists[_listOf[facet]][set])
        {
            counts[value]++;
        }
    }

    /// <summary>A facet's counts, with room for all values that a set may have by now.</summary>
    private int[] CountsOf(int facet)
    {
        if (_listOf[facet] >= 0 && _counts[facet].Length < _lists[_listOf[facet]].Values.Count)
        {
            Array.Resize(ref _counts[facet], _lists[_listOf[facet]].Values.Count);
        }

        return _counts[facet];
    }

    private void CountWindows(int facet, long[] from, long[] to, ReadOnlySpan<ushort> documents)
    {
        var (windows, counts) = (_facets[facet].Windows!, _counts[facet]);
        for (var w = 0; w < windows.Count; w++)
        {
            var count = 0;
            var (none, windowFrom, windowTo) = (windows[w].From is null, windows[w].From ?? 0, windows[w].To ?? long.MaxValue);
            foreach (var document in documents)
            {
                count += (none ? from[document] == Drafts.NoFrom : Test.Overlap(from[document], to[document], windowFrom, windowTo)) ? 1 : 0;
            }

            counts[w] += count;
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

    /// <summary>A group of fields with the facets that count some of them.</summary>
    private sealed class Column(int number, Layout.Group group, (int Facet, int Field)[] counted)
    {
        public int Number { get; } = number;

        public Layout.Group Group { get; } = group;

        public (int Facet, int Field)[] Counted { get; } = counted;

        /// <summary>How often each code came: one half of it for every other document.</summary>
        public int[]? Table { get; set; }

        public int Half { get; set; }
    }
}
