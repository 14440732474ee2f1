namespace LearningCities.Search;

/// <summary>
/// What is known of the words of an index that is elsewhere, as far as a question needs it. It is made for one question, by
/// asking that index.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, (int InScope, int InAll)> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _known = [];

    /// <summary>How many things the index has.</summary>
    public int Things { get; set; }

    /// <summary>The families of the words that were added which have not been counted yet.</summary>
    public IReadOnlyCollection<string> Uncounted => [.. Lexicon.Families.Now.ToArray().Where(family => !_counts.ContainsKey(family))];

    internal Lexicon Lexicon { get; } = new();

    /// <summary>A word as it is written in a language, and how many things have it.</summary>
    public void Add(string written, string language, int things)
    {
        if (_known.Add((written, language)) || things > 0) // it may have been known by name only
        {
            Lexicon.Places[Lexicon.Number(written, language)] = things;
        }
    }

    /// <summary>The words of a thing that is to be shown, so that those that were asked for can be marked.</summary>
    public void Add(IEnumerable<Passage> passages)
    {
        Span<char> lower = stackalloc char[Words.Longest];
        foreach (var passage in passages)
        {
            for (var at = 0; Words.Next(passage.Text, ref at, out var start);)
            {
                Lexicon.Number(lower[..Words.Lower(passage.Text.AsSpan(start, at - start), lower)], passage.Language);
            }
        }
    }

    /// <summary>How many things have a word of a family: of those that can be found at all, and of all.</summary>
    public void Count(string family, int inScope, int inAll) => _counts[family] = (inScope, inAll);

    /// <summary>That a family has words of a language: a form of it that nobody has written may belong to it.</summary>
    public void Know(string family, string language) => Lexicon.Know(family, Array.IndexOf(Stem.Languages, language));

    internal int InScope(Pick pick) => _counts.GetValueOrDefault(Lexicon.Families[pick.Family]).InScope;

    internal int InAll(Pick pick) => _counts.GetValueOrDefault(Lexicon.Families[pick.Family]).InAll;
}
