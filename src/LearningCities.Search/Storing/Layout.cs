using System.Runtime.InteropServices;

namespace LearningCities.Search;

/// <summary>
/// How the lists of things are kept: fields that have few sets of values together share a column of small numbers, so that
/// counting all of them is one step for a thing.
/// </summary>
internal sealed class Layout
{
    /// <summary>More than that, and a table of counts no longer lies in the fastest memory.</summary>
    public const int MostTogether = 4096;

    private const int MostAlone = 32_768;
    private const int FewThings = 1000;

    private Layout(List<Group> groups, List<int> wide) => (Groups, Wide) = ([.. groups], [.. wide]);

    public Group[] Groups { get; }

    /// <summary>Fields with too many sets: a column with the set's own number.</summary>
    public int[] Wide { get; }

    /// <summary>That of these things: fields in order of how many sets they have, together while they have few.</summary>
    /// <param name="sets">For each field the number of each thing's set.</param>
    public static Layout Of(int[][] sets)
    {
        var (groups, wide) = (new List<Group>(), new List<int>());
        var together = new List<int>();
        foreach (var field in Enumerable.Range(0, sets.Length).OrderBy(field => sets[field].Distinct().Count()))
        {
            if (sets[field].Distinct().Count() > MostAlone)
            {
                wide.Add(field);
                continue;
            }

            if (together.Count > 0 && Combinations(sets, [.. together, field]) > MostTogether / 2)
            {
                groups.Add(new Group([.. together]));
                together.Clear();
            }

            together.Add(field);
        }

        if (together.Count > 0)
        {
            groups.Add(new Group([.. together]));
        }

        return new Layout(groups, wide);
    }

    /// <summary>Whether these things are enough to see that another layout is better.</summary>
    public bool IsOutgrown(int things) =>
        things >= FewThings && Groups.Any(group => group.Count > (group.Fields.Length > 1 ? MostTogether : MostAlone));

    /// <summary>A code of each group for each thing, thing by thing; null where one has more than a small number can say.</summary>
    public ushort[]? Codes(int[][] sets, int things)
    {
        var codes = new ushort[things * Groups.Length];
        for (int thing = 0, at = 0; thing < things; thing++)
        {
            foreach (var group in Groups)
            {
                if (group.Code(sets, thing) is not { } code)
                {
                    return null;
                }

                codes[at++] = code;
            }
        }

        return codes;
    }

    private static int Combinations(int[][] sets, int[] fields)
    {
        var seen = new HashSet<ulong>();
        for (var thing = 0; thing < sets[0].Length; thing++)
        {
            seen.Add(Group.KeyOf(sets, fields, thing));
        }

        return seen.Count;
    }

    /// <summary>Fields that share a column.</summary>
    internal sealed class Group(int[] fields)
    {
        private readonly Dictionary<ulong, List<ushort>> _codes = [];
        private readonly Growing<int>[] _sets = [.. fields.Select(_ => new Growing<int>())];

        public int[] Fields { get; } = fields;

        public int Count => _sets[^1].Count;

        /// <summary>For each code the set of one of the fields.</summary>
        public ReadOnlySpan<int> Sets(int field) => _sets[field].Now;

        public ushort? Code(int[][] sets, int thing)
        {
            ref var codes = ref CollectionsMarshal.GetValueRefOrAddDefault(_codes, KeyOf(sets, Fields, thing), out _);
            codes ??= [];
            foreach (var code in codes)
            {
                if (Same(code, sets, thing))
                {
                    return code;
                }
            }

            if (Count > ushort.MaxValue)
            {
                return null;
            }

            var added = (ushort)Count;
            for (var i = 0; i < Fields.Length; i++)
            {
                _sets[i].Add(sets[Fields[i]][thing]); // the last one last: it says how many there are
            }

            codes.Add(added);
            return added;
        }

        /// <summary>Not one to one, which Code minds: of many fields only the mixture is left.</summary>
        public static ulong KeyOf(int[][] sets, int[] fields, int thing)
        {
            var key = 0UL;
            foreach (var field in fields)
            {
                key = (key * 0x9E3779B97F4A7C15) + (ulong)sets[field][thing] + 1;
            }

            return key;
        }

        private bool Same(ushort code, int[][] sets, int thing)
        {
            for (var i = 0; i < Fields.Length; i++)
            {
                if (_sets[i][code] != sets[Fields[i]][thing])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
