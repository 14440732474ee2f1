namespace LearningCities.Search;

/// <summary>A filter made ready for a segment's columns.</summary>
internal abstract class Test
{
    /// <summary>Takes up the columns of a segment.</summary>
    public abstract void Enter(Segment segment);

    public abstract bool Admits(int document);

    /// <summary>Keeps of the chosen candidates those it admits; how many.</summary>
    public virtual int Keep(ReadOnlySpan<ushort> documents, Span<int> chosen)
    {
        var count = 0;
        foreach (var candidate in chosen)
        {
            chosen[count] = candidate;
            count += Admits(documents[candidate]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>No facet, or several, refuse a candidate; else it is marked with the number of the one that does.</summary>
    public const int Nobody = -1, Several = -2;

    /// <summary>Marks those of the chosen candidates that it does not admit as refused by a facet.</summary>
    public virtual void Mark(ReadOnlySpan<ushort> documents, ReadOnlySpan<int> chosen, Span<int> marks, int facet)
    {
        for (var i = 0; i < chosen.Length; i++)
        {
            marks[i] = Admits(documents[chosen[i]]) ? marks[i] : RefusedToo(marks[i], facet);
        }
    }

    protected static int RefusedToo(int mark, int facet) => mark == Nobody || mark == facet ? facet : Several;

    /// <summary>Only what is in these boxes can be admitted; null where it may be anywhere.</summary>
    public virtual IReadOnlyList<Bounds>? Boxes => null;

    /// <summary>How many words it has looked at since it was asked last.</summary>
    public virtual long TakeSteps() => 0;

    /// <summary>What takes longer is tested last, when few are left.</summary>
    public virtual bool IsDear => false;

    /// <summary>Which point the boxes are about.</summary>
    public virtual int Point => 0;

    public static Test Of<T>(Filter filter, Schema<T> schema, ValueSets[] lists) => filter switch
    {
        Filter.AnyOf any => new OfValues(schema.ListNamed(any.Name), any.Values, lists),
        Filter.Overlaps overlaps => new OfWindows(schema.RangeNamed(overlaps.Name), overlaps.Windows),
        Filter.EndsAfter ends => new OfEnd(schema.RangeNamed(ends.Name), ends.Moment),
        Filter.Within within => new OfDistance(schema.PointNamed(within.Name), within.Here, within.Metres),
        Filter.Box box => new OfBox(schema.PointNamed(box.Name), Area.Of(box)),
        _ => throw new NotSupportedException($"A filter of this kind is not known: {filter.GetType().Name}."),
    };

    private sealed class OfValues(int field, IReadOnlyCollection<string> wanted, ValueSets[] lists) : Test
    {
        private readonly int[] _wanted = [.. wanted.Select(lists[field].Value).OfType<int>()];
        private readonly Dictionary<object, byte[]> _verdicts = []; // for each column of codes: 0 not judged yet, 1 no, 2 yes
        private Layout.Group? _group;
        private ushort[] _codes = [];
        private byte[] _judged = [];
        private int[] _sets = [];
        private int _inGroup, _stride, _first;

        public override void Enter(Segment segment)
        {
            var at = Array.FindIndex(segment.Layout.Groups, group => Array.IndexOf(group.Fields, field) >= 0);
            if (at < 0)
            {
                (_group, _sets) = (null, segment.WideSets[Array.IndexOf(segment.Layout.Wide, field)]);
                return;
            }

            (_group, _codes, _stride, _first) = (segment.Layout.Groups[at], segment.Codes, segment.Layout.Groups.Length, at);
            _inGroup = Array.IndexOf(_group.Fields, field);
            if (!_verdicts.TryGetValue(_group, out _judged!) || _judged.Length < _group.Count)
            {
                _verdicts[_group] = _judged = new byte[_group.Count + 64];
            }
        }

        public override bool Admits(int document)
        {
            if (_group is null)
            {
                return Has(_sets[document]);
            }

            var code = _codes[(document * _stride) + _first];
            var verdict = _judged[code];
            return verdict == 0 ? Judge(code) == 2 : verdict == 2;
        }

        public override int Keep(ReadOnlySpan<ushort> documents, Span<int> chosen)
        {
            if (_group is null)
            {
                return base.Keep(documents, chosen);
            }

            var (count, codes, judged, stride, first) = (0, _codes, _judged, _stride, _first);
            foreach (var candidate in chosen)
            {
                chosen[count] = candidate;
                var code = codes[(documents[candidate] * stride) + first];
                var verdict = judged[code];
                count += (verdict == 0 ? Judge(code) : verdict) == 2 ? 1 : 0;
            }

            return count;
        }

        public override void Mark(ReadOnlySpan<ushort> documents, ReadOnlySpan<int> chosen, Span<int> marks, int facet)
        {
            if (_group is null)
            {
                base.Mark(documents, chosen, marks, facet);
                return;
            }

            var (codes, judged, stride, first) = (_codes, _judged, _stride, _first);
            for (var i = 0; i < chosen.Length; i++)
            {
                var code = codes[(documents[chosen[i]] * stride) + first];
                var verdict = judged[code];
                marks[i] = (verdict == 0 ? Judge(code) : verdict) == 2 ? marks[i] : RefusedToo(marks[i], facet);
            }
        }

        private byte Judge(ushort code) => _judged[code] = (byte)(Has(_group!.Sets(_inGroup)[code]) ? 2 : 1);

        private bool Has(int set) => lists[field][set].IndexOfAny(_wanted) >= 0;
    }

    private sealed class OfWindows(int field, (long From, long To)[] windows) : Test
    {
        private long[] _from = [], _to = [];

        public override void Enter(Segment segment) => (_from, _to) = (segment.From[field], segment.To[field]);

        public override bool Admits(int document)
        {
            foreach (var window in windows)
            {
                if (Overlap(_from[document], _to[document], window.From, window.To))
                {
                    return true;
                }
            }

            return false;
        }

        public override int Keep(ReadOnlySpan<ushort> documents, Span<int> chosen)
        {
            if (windows is not [var only])
            {
                return base.Keep(documents, chosen);
            }

            var (count, begins, ends) = (0, _from, _to);
            foreach (var candidate in chosen)
            {
                chosen[count] = candidate;
                var document = documents[candidate];
                count += Overlap(begins[document], ends[document], only.From, only.To) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>What has no beginning goes on at no time; what has no end goes on for ever; what takes no time is where it begins.</summary>
    public static bool Overlap(long from, long to, long windowFrom, long windowTo) =>
        from < windowTo && from != Drafts.NoFrom && (from >= windowFrom || to > windowFrom);

    private sealed class OfEnd(int field, long moment) : Test
    {
        private long[] _to = [];

        public override void Enter(Segment segment) => _to = segment.To[field];

        public override bool Admits(int document) => _to[document] > moment;
    }

    private sealed class OfBox(int point, IReadOnlyList<Bounds> boxes) : Test
    {
        private int[] _latitudes = [], _longitudes = [];

        public override IReadOnlyList<Bounds>? Boxes => boxes;

        public override int Point => point;

        public override void Enter(Segment segment) => (_latitudes, _longitudes) = (segment.Latitudes[point], segment.Longitudes[point]);

        public override bool Admits(int document)
        {
            foreach (var box in boxes)
            {
                if (box.Has(_latitudes[document], _longitudes[document]))
                {
                    return true;
                }
            }

            return false;
        }

        public override int Keep(ReadOnlySpan<ushort> documents, Span<int> chosen)
        {
            if (boxes is not [var box])
            {
                return base.Keep(documents, chosen);
            }

            var (count, latitudes, longitudes) = (0, _latitudes, _longitudes);
            foreach (var candidate in chosen)
            {
                chosen[count] = candidate;
                var document = documents[candidate];
                count += box.Has(latitudes[document], longitudes[document]) ? 1 : 0;
            }

            return count;
        }
    }

    private sealed class OfDistance(int point, Position here, double metres) : Test
    {
        private readonly IReadOnlyList<Bounds> _boxes = Area.Around(here, metres);
        private int[] _latitudes = [], _longitudes = [];

        public override IReadOnlyList<Bounds>? Boxes => _boxes;

        public override int Point => point;

        public override bool IsDear => true;

        public override void Enter(Segment segment) => (_latitudes, _longitudes) = (segment.Latitudes[point], segment.Longitudes[point]);

        // The box first: most are outside it, and the earth's roundness is dear.
        public override bool Admits(int document)
        {
            foreach (var box in _boxes)
            {
                if (box.Has(_latitudes[document], _longitudes[document]))
                {
                    return here.To(Area.PositionOf(_latitudes[document], _longitudes[document])) <= metres;
                }
            }

            return false;
        }
    }
}
