using System.Buffers;

namespace LearningCities.Search;

/// <summary>
/// Documents on their way into a segment, one after the other: their words as numbers in a row, and their columns. What a
/// segment is built of, a merge copies and a snapshot keeps; all else follows from it.
/// </summary>
internal sealed class Drafts
{
    /// <summary>In a row of words: here begins a passage, and its weight follows.</summary>
    public const int NewPassage = 0;

    public const long NoFrom = long.MinValue;
    public const long NoTo = long.MaxValue;

    private const int WeightUnits = 8;
    private readonly ArrayBufferWriter<byte> _words = new();

    public Drafts(int lists, int ranges, int points)
    {
        Sets = Lists<int>(lists);
        From = Lists<long>(ranges);
        To = Lists<long>(ranges);
        Latitudes = Lists<int>(points);
        Longitudes = Lists<int>(points);
    }

    public List<Guid> Ids { get; } = [];

    /// <summary>Where each document's words end.</summary>
    public List<int> Ends { get; } = [];

    public List<int>[] Sets { get; }

    public List<long>[] From { get; }

    public List<long>[] To { get; }

    public List<int>[] Latitudes { get; }

    public List<int>[] Longitudes { get; }

    public int Count => Ids.Count;

    public ReadOnlySpan<byte> Words => _words.WrittenSpan;

    public static float Weight(int units) => units / (float)WeightUnits;

    public void BeginPassage(float weight)
    {
        Write(NewPassage);
        Write((int)Math.Clamp(weight * WeightUnits, 1, 255));
    }

    public void Add(int term) => Write(term + 1);

    public void End(Guid id)
    {
        Ids.Add(id);
        Ends.Add(_words.WrittenCount);
    }

    /// <summary>A document as it was in another segment.</summary>
    public void Copy(Segment from, int document)
    {
        _words.Write(from.WordsOf(document));
        End(from.Ids[document]);
        for (var i = 0; i < Sets.Length; i++)
        {
            Sets[i].Add(from.SetOf(i, document));
        }

        for (var i = 0; i < From.Length; i++)
        {
            From[i].Add(from.From[i][document]);
            To[i].Add(from.To[i][document]);
        }

        for (var i = 0; i < Latitudes.Length; i++)
        {
            Latitudes[i].Add(from.Latitudes[i][document]);
            Longitudes[i].Add(from.Longitudes[i][document]);
        }
    }

    /// <summary>Where a document stands.</summary>
    public Standing Standing(int document, ReadOnlySpan<Lexicon.Term> terms) => new(
        Latitudes.Length == 0 ? Search.Standing.NoSquare : Grid.SquareOf(Latitudes[0][document], Longitudes[0][document]),
        Search.Standing.LanguageOf(WordsOf(document), terms),
        Ids[document]);

    /// <summary>The same documents in another order.</summary>
    public Drafts InOrder(int[] order)
    {
        var ordered = new Drafts(Sets.Length, From.Length, Latitudes.Length);
        foreach (var document in order)
        {
            ordered.Append(WordsOf(document));
            ordered.End(Ids[document]);
        }

        Copy(Sets, ordered.Sets, order);
        Copy(From, ordered.From, order);
        Copy(To, ordered.To, order);
        Copy(Latitudes, ordered.Latitudes, order);
        Copy(Longitudes, ordered.Longitudes, order);
        return ordered;
    }

    /// <summary>The next number in a row.</summary>
    public static int Read(ReadOnlySpan<byte> words, ref int at)
    {
        int number = words[at++];
        if (number < 128)
        {
            return number;
        }

        number &= 127;
        for (var shift = 7; ; shift += 7)
        {
            int next = words[at++];
            number |= (next & 127) << shift;
            if (next < 128)
            {
                return number;
            }
        }
    }

    public void Append(ReadOnlySpan<byte> words) => _words.Write(words);

    private ReadOnlySpan<byte> WordsOf(int document) => Words[(document == 0 ? 0 : Ends[document - 1])..Ends[document]];

    private static void Copy<TItem>(List<TItem>[] from, List<TItem>[] to, int[] order)
    {
        for (var column = 0; column < from.Length; column++)
        {
            foreach (var document in order)
            {
                to[column].Add(from[column][document]);
            }
        }
    }

    private static List<TItem>[] Lists<TItem>(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<TItem>())];

    private void Write(int number)
    {
        var span = _words.GetSpan(5);
        var length = 0;
        for (; number >= 128; number >>= 7)
        {
            span[length++] = (byte)(number | 128);
        }

        span[length++] = (byte)number;
        _words.Advance(length);
    }
}
