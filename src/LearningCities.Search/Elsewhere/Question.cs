namespace LearningCities.Search;

/// <summary>
/// What a text asks for. An index that is elsewhere is asked for the words it has of these, until enough is known to understand
/// it: first for the words themselves, then for what begins so, then for what they may be meant for.
/// </summary>
public sealed class Question
{
    private readonly string _text;
    private readonly Asked _asked;

    public Question(string text)
    {
        (_text, _asked) = (text, Asked.Of(text));
        Words = [.. _asked.Words.Select(word => new AskedWord(word.Term, Stem.OfAll(word.Term), IsBegun(word)))];
    }

    /// <summary>No word is asked for.</summary>
    public bool IsEmpty => _asked.IsEmpty;

    /// <summary>What all that is found should have.</summary>
    public IReadOnlyList<AskedWord> Words { get; }

    /// <summary>What nothing that is found may have.</summary>
    public IReadOnlyList<AskedWord> Unwanted => [.. _asked.Unwanted.Select(term => new AskedWord(term, Stem.OfAll(term), CanGoOn: false))];

    /// <summary>Folded words that stand one after the other in a passage.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases => _asked.Phrases;

    /// <summary>What the question means, as far as the vocabulary says.</summary>
    public Understood Understand(Vocabulary vocabulary)
    {
        var understanding = new Understanding(vocabulary.Lexicon, new Spellings(vocabulary.Lexicon), (pick, _) => vocabulary.InScope(pick));
        var meanings = _asked.Words.ConvertAll(word => understanding.Of(word, isLast: word == _asked.Words[^1]));
        foreach (var meaning in meanings)
        {
            meaning.Weigh(meaning.Picks.Sum(vocabulary.InAll), vocabulary.Things);
        }

        var unwanted = _asked.Unwanted.SelectMany(term => understanding.Forms(term, term, 1))
            .Select(pick => vocabulary.Lexicon.Families[pick.Family]);
        return new Understood(_text, meanings, [.. unwanted.Distinct()], vocabulary.Lexicon);
    }

    private bool IsBegun(Asked.Word word) => Understanding.CanGoOn(word, isLast: word == _asked.Words[^1]);
}

/// <summary>A word of a question.</summary>
/// <param name="Form">Without case and accents.</param>
/// <param name="Stems">Its families, in whatever language it may be.</param>
/// <param name="CanGoOn">Whether words that begin so are looked for, too, where few things have it.</param>
public sealed record AskedWord(string Form, IReadOnlyList<string> Stems, bool CanGoOn)
{
    /// <summary>So many things are enough not to look for more.</summary>
    public const int Enough = Understanding.Enough;

    /// <summary>Words it may be made of; they are looked for where few things have it.</summary>
    public IReadOnlyCollection<string> Parts => [.. Understanding.PartsOf(Form).Distinct()];

    /// <summary>
    /// One of these is what words have in common with it that it may be meant for (<see cref="Analysis.RestsOf"/>); none where it is
    /// too short for slips.
    /// </summary>
    public IReadOnlyCollection<uint> Rests =>
        Understanding.SlipsOf(Form) is > 0 and var most ? SpellingRange.RestsOf(Form, most) : [];

    /// <summary>Whether it may be meant for a word, or for what that begins with.</summary>
    public bool CanMean(string form) => Slips.Between(Form, form, Slips.Allowed(Form), orItsBeginning: true) <= Slips.Allowed(Form)
        || (form.Length >= Slips.LongWord && Slips.Between(Form, form, Understanding.SlipsOf(Form)) <= Understanding.SlipsOf(Form));
}
