namespace LearningCities.Search;

/// <summary>
/// Up to 65,536 documents in order of their ids, and where their words are. It never changes: what is replaced is marked
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

    public required ushort[][] Codes { get; init; }

    public required int[][] WideSets { get; init; }

    public required long[][] From { get; init; }

    public required long[][] To { get; init; }

    /// <summary>In ten millionths of a degree, about a centimetre.</summary>
    public required int[][] Latitudes { get; init; }

    public required int[][] Longitudes { get; init; }

    public required Grid[] Grids { get; init; }

    public int Count => Ids.Length;

    public long Bytes => (Count * (16L + 4)) + Words.Length + Postings.Bytes + Codes.Sum(c => 2L * c.Length) + WideSets.Sum(c => 4L * c.Length)
        + From.Sum(c => 16L * c.Length) + Latitudes.Sum(c => 20L * c.Length);

    public ReadOnlySpan<byte> WordsOf(int document) => Words.AsSpan(document == 0 ? 0 : Ends[document - 1], Ends[document] - (document == 0 ? 0 : Ends[document - 1]));

    public int Find(Guid id) => Array.BinarySearch(Ids, id);

    public int SetOf(int field, int document)
    {
        for (var g = 0; g < Codes.Length; g++)
        {
            if (Array.IndexOf(Layout.Groups[g].Fields, field) is >= 0 and var at)
            {
                return Layout.Groups[g][Codes[g][document]][at];
            }
        }

        return WideSets[Array.IndexOf(Layout.Wide, field)][document];
    }

    /// <summary>Documents must come in order of their ids.</summary>
    public static Segment Of(Drafts drafts, Lexicon lexicon, Postings.Builder builder, Layouts layouts)
    {
        var sets = Array.ConvertAll(drafts.Sets, set => set.ToArray());
        var (layout, codes) = layouts.Codes(sets, drafts.Count);
        var latitudes = Array.ConvertAll(drafts.Latitudes, column => column.ToArray());
        var longitudes = Array.ConvertAll(drafts.Longitudes, column => column.ToArray());
        return new Segment
        {
            Ids = [.. drafts.Ids],
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
            Grids = [.. latitudes.Zip(longitudes, Grid.Of)],
        };
    }
}
