namespace LearningCities.Search;

/// <summary>What a question means in an index that is elsewhere.</summary>
public sealed class Understood
{
    /// <summary>
    /// Where few things have all words, those with some of them follow: they are worth the rarer a share of the words they have, and
    /// are left out where their words are together not rarer than this share of the best's.
    /// </summary>
    public const float LeastBesideBest = 0.5f;

    private readonly List<Meaning> _meanings;
    private readonly Lexicon _lexicon;

    internal Understood(string text, List<Meaning> meanings, IReadOnlyList<string> unwanted, Lexicon lexicon)
    {
        (_meanings, _lexicon, Unwanted) = (meanings, lexicon, unwanted);
        Words = meanings.ConvertAll(Meant);
        Correction = Meaning.Correction(text, meanings);
    }

    /// <summary>One for each word of the question.</summary>
    public IReadOnlyList<UnderstoodWord> Words { get; }

    /// <summary>Families of which nothing that is found may have a word.</summary>
    public IReadOnlyList<string> Unwanted { get; }

    /// <summary>What is looked for instead, where nothing has a word as it was typed.</summary>
    public Correction? Correction { get; }

    /// <summary>The passage that shows why a thing was found; its words must have been added to the vocabulary.</summary>
    public Snippet? SnippetOf(IEnumerable<Passage> passages, string language) =>
        _meanings.Count == 0 ? null : Snippets.Of(passages, new Shown(_meanings, _lexicon), language);

    private UnderstoodWord Meant(Meaning meaning)
    {
        var shares = new List<Share>();
        foreach (var pick in meaning.Picks)
        {
            var family = _lexicon.Families[pick.Family];
            shares.Add(new(family, null, pick.Others * meaning.Rarity));
            foreach (var (variant, share) in pick.Named)
            {
                shares.AddRange(_lexicon.Written(pick.Family, variant).Select(written => new Share(family, written, share * meaning.Rarity)));
            }
        }

        return new(shares, meaning.Rarity, meaning.IsAsTyped);
    }
}

/// <summary>What a word of a question stands for.</summary>
/// <param name="Shares">What things are looked for by, and what each is worth; of several, a thing has the best. None where nothing is like it.</param>
/// <param name="Rarity">How much it tells that a thing has it.</param>
/// <param name="IsAsTyped">False where nothing that can be found has it as it was typed: slips are looked for.</param>
public sealed record UnderstoodWord(IReadOnlyList<Share> Shares, float Rarity, bool IsAsTyped);

/// <param name="Family">What the thing has a word of.</param>
/// <param name="Written">Which of the family it is; null for any.</param>
/// <param name="Value">With this a thing's <see cref="Worth"/> is multiplied.</param>
public readonly record struct Share(string Family, string? Written, float Value);
