namespace LearningCities.Search;

/// <summary>Shows why a thing was found: the piece of its texts where what was asked for stands.</summary>
internal static class Snippets
{
    private const int Around = 160;

    /// <summary>From a passage in the reader's language if one has the words, else from any; null where none has.</summary>
    public static Snippet? Of(IEnumerable<Passage> passages, Func<string, bool> asked, string language) => passages
        .Select(passage => (Passage: passage, Words: Words.Of(passage.Text).FindAll(word => asked(word.Term))))
        .Where(found => found.Words.Count > 0)
        .OrderBy(found => found.Passage.Language == language ? 0 : 1)
        .ThenByDescending(found => found.Words.DistinctBy(word => word.Term).Count())
        .Select(found => Cut(found.Passage, found.Words))
        .FirstOrDefault();

    private static Snippet Cut(Passage passage, List<Word> words)
    {
        var text = passage.Text;
        var from = text.Length <= Around ? 0 : WordStart(text, Math.Max(0, words[0].Start - (Around / 4)));
        var to = from + Around >= text.Length ? text.Length : WordEnd(text, Math.Max(from + Around, words[0].Start + words[0].Length));
        var pieces = new List<Piece>();
        var at = from;
        foreach (var word in words.Where(word => word.Start >= from && word.Start + word.Length <= to))
        {
            Add(pieces, text[at..word.Start], asked: false);
            Add(pieces, text.Substring(word.Start, word.Length), asked: true);
            at = word.Start + word.Length;
        }

        Add(pieces, text[at..to], asked: false);
        return new Snippet(passage.Language, [.. Dots(from > 0), .. pieces, .. Dots(to < text.Length)]);
    }

    private static void Add(List<Piece> pieces, string text, bool asked)
    {
        if (text.Length > 0)
        {
            pieces.Add(new Piece(text, asked));
        }
    }

    private static IEnumerable<Piece> Dots(bool more) => more ? [new Piece("…", Asked: false)] : [];

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at > 0 && at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
