namespace LearningCities.Search;

/// <summary>
/// Up to 65,536 documents in the order in which they stand, and where their words are. It never changes: what is replaced is marked
/// dead outside, and merged away.
/// </summary>
internal sealed class Segment
{
    /// <summary>A document's number is a small one, and a merge never needs much memory at once.</summary>
    public const int Most = 65_536;

    public required Guid[] Ids { get; init; }

    /// <summary>All documents' words in rows, as Drafts writes them, and where each document's end.</summary>
    public required byte[] Words { get; init; }

    public required int[] Ends { get; init; }

    public required Postings Postings { get; init; }

    public required Layout Layout { get; init; }

    /// <summary>For each document a code of each group of fields, one beside the other: who counts all of them reads one place.</summary>
    public required ushort[] Codes { get; init; }

    public required int[][] WideSets { get; init; }

    public required long[][] From { get; init; }

    public required long[][] To { get; init; }

    /// <summary>In ten millionths of a degree, about a centimetre.</summary>
    public required int[][] Latitudes { get; init; }

    public required int[][] Longitudes { get; init; }

    /// <summary>Where the squares of the first point begin; null where documents have no point.</summary>
    public required Grid? Grid { get; init; }

    /// <summary>The documents in order of their ids.</summary>
    public required ushort[] ById { get; init; }

    public int Count => Ids.Length;

    public long Bytes => (Count * (16L + 4 + 2)) + Words.Length + Postings.Bytes + (2L * Codes.Length) + WideSets.Sum(c => 4L * c.Length)
        + From.Sum(c => 16L * c.Length) + Latitudes.Sum(c => 8L * c.Length) + (Grid?.Bytes ?? 0);

    public ReadOnlySpan<byte> WordsOf(int document) => Words.AsSpan(document == 0 ? 0 : Ends[document - 1], Ends[document] - (document == 0 ? 0 : Ends[document - 1]));

    /// <summary>The document with this id; less than none where there is none.</summary>
    public int Find(Guid id)
    {
        var (low, high) = (0, ById.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Ids[ById[middle]].CompareTo(id) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low < ById.Length && Ids[ById[low]] == id ? ById[low] : -1;
    }

    public Standing StandingOf(int document, Lexicon lexicon) => new(
        Grid is null ? Standing.NoSquare : Grid.SquareOf(Latitudes[0][document], Longitudes[0][document]),
        Standing.LanguageOf(WordsOf(document), lexicon.Terms.Now),
        Ids[document]);

    public int SetOf(int field, int document)
    {
        for (var g = 0; g < Layout.Groups.Length; g++)
        {
            if (Array.IndexOf(Layout.Groups[g].Fields, field) is >= 0 and var at)
            {
                return Layout.Groups[g].Sets(at)[Codes[(document * Layout.Groups.Length) + g]];
            }
        }

        return WideSets[Array.IndexOf(Layout.Wide, field)][document];
    }

    /// <summary>Documents must come in the order in which they stand.</summary>
    public static Segment Of(Drafts drafts, Lexicon lexicon, Postings.Builder builder, Layouts layouts)
    {
        var sets = Array.ConvertAll(drafts.Sets, set => set.ToArray());
        var (layout, codes) = layouts.Codes(sets, drafts.Count);
        var latitudes = Array.ConvertAll(drafts.Latitudes, column => column.ToArray());
        var longitudes = Array.ConvertAll(drafts.Longitudes, column => column.ToArray());
        var byId = new ushort[drafts.Count];
        for (var document = 0; document < byId.Length; document++)
        {
            byId[document] = (ushort)document;
        }

        Array.Sort(drafts.Ids.ToArray(), byId);
        return new Segment
        {
            Ids = [.. drafts.Ids],
            ById = byId,
            Words = drafts.Words.ToArray(),
            Ends = [.. drafts.Ends],
            Postings = builder.Of(drafts.Words, drafts.Ends, lexicon),
            Layout = layout,
            Codes = codes,
            WideSets = Array.ConvertAll(layout.Wide, field => sets[field]),
            From = Array.ConvertAll(drafts.From, column => column.ToArray()),
            To = Array.ConvertAll(drafts.To, column => column.ToArray()),
            Latitudes = latitudes,
            Longitudes = longitudes,
            Grid = latitudes.Length == 0 ? null : Grid.Of(latitudes[0], longitudes[0]),
        };
    }
}
