namespace LearningCities.Search;

/// <summary>
/// For each family of words the documents that have one of it: which, how well one answers a question for it (BM25 over
/// weighted words, in a byte), and which of the family stands there.
/// </summary>
internal sealed class Postings
{
    /// <summary>A byte of impact, to be multiplied with a word's rarity.</summary>
    public const float ImpactUnit = (Saturation + 1) / 255;

    private const float Saturation = 1.2f, LengthMatters = 0.5f;

    // Fixed, so that a document's impact is the same in every segment, and a merge need not know the others.
    private const float UsualLength = 60;

    private readonly int[] _families; // none where many are here: then each has a place among the starts
    private readonly int[] _starts;
    private readonly ushort[] _rows; // of each family its documents, and behind them what each is worth: one place of memory to come to

    private Postings(int[] families, int[] starts, int known, int postings)
    {
        (_families, _starts, _rows) = (families, starts, new ushort[2 * postings]);
        if (families.Length > known / 16)
        {
            (_families, _starts) = ([], new int[known + 1]);
            for (int i = 0, family = 0; family <= known; family++)
            {
                i += i < families.Length && families[i] < family ? 1 : 0;
                _starts[family] = starts[i];
            }
        }
    }

    public long Bytes => (2L * _rows.Length) + (4L * _families.Length) + (4L * _starts.Length);

    /// <summary>A family's documents; none where it has none here.</summary>
    public Posted Of(int family)
    {
        var at = _families.Length > 0 ? Array.BinarySearch(_families, family)
            : family < _starts.Length - 1 ? family : -1;
        return at < 0 ? default : new Posted(_rows, 2 * _starts[at], _starts[at + 1] - _starts[at]);
    }

    /// <summary>
    /// Gathers every document's families and counts them, then puts each where its family's are. It is used again and again,
    /// so that a small segment costs little however many words there are.
    /// </summary>
    internal sealed class Builder
    {
        private const int MostKept = 1 << 18;

        private readonly List<int> _families = [];
        private readonly List<float> _weights = [];
        private readonly List<float> _heaviest = [];
        private int[] _counts = [], _slots = [], _family = [];
        private ushort[] _document = [];
        private byte[] _impact = [], _variant = [];
        private int _count;

        public Postings Of(ReadOnlySpan<byte> words, List<int> ends, Lexicon lexicon)
        {
            var known = lexicon.Families.Count;
            MakeRoom(known, words.Length);
            var start = 0;
            for (var document = 0; document < ends.Count; document++)
            {
                Read(words[start..ends[document]], document, lexicon.Terms.Now);
                start = ends[document];
            }

            return Done(known);
        }

        private void MakeRoom(int known, int most)
        {
            if (_counts.Length < known)
            {
                (_counts, _slots) = (new int[known + (known / 4)], new int[known + (known / 4)]);
            }

            if (_family.Length < most)
            {
                (_family, _document, _impact, _variant) = (new int[most], new ushort[most], new byte[most], new byte[most]);
            }
        }

        private void Read(ReadOnlySpan<byte> words, int document, ReadOnlySpan<Lexicon.Term> terms)
        {
            var (first, length, weight) = (_count, 0, 1f);
            _weights.Clear();
            _heaviest.Clear();
            for (var at = 0; at < words.Length;)
            {
                var number = Drafts.Read(words, ref at);
                if (number == Drafts.NewPassage)
                {
                    weight = Drafts.Weight(Drafts.Read(words, ref at));
                    continue;
                }

                length++;
                ref readonly var term = ref terms[number - 1];
                Add(first, document, term.Family, term.Variant, weight);
            }

            var longer = Saturation * (1 - LengthMatters + (LengthMatters * length / UsualLength));
            for (var i = first; i < _count; i++)
            {
                _impact[i] = (byte)Math.Clamp(_weights[i - first] * 255 / (_weights[i - first] + longer), 1, 255);
            }
        }

        // The variant is that of the heaviest passage: an exact title is an exact answer.
        private void Add(int first, int document, int family, byte variant, float weight)
        {
            var slot = _slots[family] - 1;
            if (slot >= first)
            {
                _weights[slot - first] += weight;
                if (weight > _heaviest[slot - first])
                {
                    (_heaviest[slot - first], _variant[slot]) = (weight, variant);
                }

                return;
            }

            if (slot < 0)
            {
                _families.Add(family);
            }

            _slots[family] = _count + 1;
            _counts[family]++;
            (_family[_count], _document[_count], _variant[_count]) = (family, (ushort)document, variant);
            _weights.Add(weight);
            _heaviest.Add(weight);
            _count++;
        }

        private Postings Done(int known)
        {
            _families.Sort();
            var starts = new int[_families.Count + 1];
            for (var i = 0; i < _families.Count; i++)
            {
                var length = _counts[_families[i]];
                (starts[i + 1], _counts[_families[i]]) = (starts[i] + length, 2 * starts[i]);
                _slots[_families[i]] = length;
            }

            var postings = new Postings([.. _families], starts, known, _count);
            for (var i = 0; i < _count; i++)
            {
                var at = _counts[_family[i]]++;
                postings._rows[at] = _document[i];
                postings._rows[at + _slots[_family[i]]] = Posted.Worth(_impact[i], _variant[i]);
            }

            foreach (var family in _families)
            {
                (_counts[family], _slots[family]) = (0, 0);
            }

            _families.Clear();
            _count = 0;
            if (_family.Length > MostKept)
            {
                (_family, _document, _impact, _variant) = ([], [], [], []); // a large segment is rare, and would hold as much as it takes
            }

            return postings;
        }
    }
}
