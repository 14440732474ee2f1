namespace LearningCities.Search;

/// <summary>Shows why a thing was found: the piece of its texts where what was asked for stands.</summary>
internal static class Snippets
{
    private const int Around = 160;

    /// <summary>From a passage in the reader's language if one has the words, else from any; null where none has.</summary>
    public static Snippet? Of(IEnumerable<Passage> passages, Shown shown, string language)
    {
        (Passage Passage, List<Place> Words, bool IsReaders, int Forms)? best = null;
        foreach (var passage in passages)
        {
            if (Find(passage.Text, shown) is { } words)
            {
                var (isReaders, forms) = (passage.Language == language, words.DistinctBy(word => word.Form).Count());
                if (best is not { } before || (isReaders, forms).CompareTo((before.IsReaders, before.Forms)) > 0)
                {
                    best = (passage, words, isReaders, forms);
                }

                if (isReaders && forms >= shown.Many)
                {
                    break; // the title, more often than not: what stands behind it has hundreds of words
                }
            }
        }

        return best is { } found ? Cut(found.Passage, found.Words) : null;
    }

    // Hundreds of words for a page of hits: no strings are made of them.
    private static List<Place>? Find(string text, Shown shown)
    {
        List<Place>? found = null;
        Span<char> folded = stackalloc char[2 * Words.Longest];
        for (var at = 0; Words.Next(text, ref at, out var start);)
        {
            var length = Fold.Word(text.AsSpan(start, Math.Min(at - start, Words.Longest)), folded);
            if (shown.Form(folded[..length]) is { } form)
            {
                (found ??= []).Add(new Place(start, at - start, form));
            }
        }

        return found;
    }

    private static Snippet Cut(Passage passage, List<Place> words)
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

    /// <summary>A word that was asked for: where it stands, and which it is.</summary>
    private readonly record struct Place(int Start, int Length, int Form);
}

/// <summary>Which words of a text were asked for, as one search understood its question.</summary>
internal sealed class Shown(List<Meaning> meanings, Lexicon lexicon)
{
    private readonly Dictionary<int, bool> _forms = [];
    private readonly ulong _letters = Letters(meanings, lexicon);

    /// <summary>How many words the question has.</summary>
    public int Many => meanings.Count;

    /// <summary>The number of a folded word that was asked for, or stands for one that was; null of any other.</summary>
    public int? Form(ReadOnlySpan<char> folded)
    {
        if (folded.Length == 0 || (_letters & Bit(folded[0])) == 0 || lexicon.Form(folded) is not { } form)
        {
            return null;
        }

        if (!_forms.TryGetValue(form, out var shown))
        {
            _forms.Add(form, shown = meanings.Exists(meaning => meaning.Has(lexicon, form)));
        }

        return shown ? form : null;
    }

    // Words of a family begin as their stem does: most words of a text need no look into the lexicon.
    private static ulong Letters(List<Meaning> meanings, Lexicon lexicon)
    {
        var letters = 0UL;
        foreach (var meaning in meanings)
        {
            foreach (var family in meaning.Families)
            {
                letters |= lexicon.Families[family] is [var first, ..] ? Bit(first) : ulong.MaxValue;
            }

            foreach (var form in meaning.Forms)
            {
                letters |= Bit(lexicon.Forms[form][0]);
            }
        }

        return letters;
    }

    private static ulong Bit(char letter) => 1UL << (letter & 63);
}
