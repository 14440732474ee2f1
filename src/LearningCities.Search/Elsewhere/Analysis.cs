namespace LearningCities.Search;

/// <summary>
/// What the texts of things come to, for an engine that is not this one: it keeps what is said here as it is, and so finds in
/// all languages what this one finds.
/// </summary>
public static class Analysis
{
    private static readonly Schema<IReadOnlyCollection<Passage>> Known = new(_ => Guid.Empty, passages => passages);

    public static Analysed Of(IReadOnlyCollection<Passage> passages)
    {
        var lexicon = new Lexicon();
        var segment = new Writing<IReadOnlyCollection<Passage>>(Known, lexicon, [], new Layouts()).Of([passages]).Segment;
        return new Analysed(Said(segment, lexicon), Spellings(lexicon), Worth(segment.Postings, lexicon));
    }

    /// <summary>
    /// What is left of a word's beginning without some of its letters, as numbers: a slip and the word it was meant for have
    /// one of them in common.
    /// </summary>
    public static IReadOnlyCollection<uint> RestsOf(string form) => SpellingRange.RestsOf(form, SpellingRange.MostOf(form));

    private static List<IReadOnlyList<string>> Said(Segment segment, Lexicon lexicon)
    {
        var row = segment.WordsOf(0);
        var (said, passage) = (new List<IReadOnlyList<string>>(), new List<string>());
        for (var at = 0; at < row.Length;)
        {
            var number = Drafts.Read(row, ref at);
            if (number == Drafts.NewPassage)
            {
                Drafts.Read(row, ref at);
                said.Add(passage = []);
            }
            else if (lexicon.Forms[lexicon.Terms[number - 1].Form] is { Length: > 0 } form)
            {
                passage.Add(form);
            }
        }

        return said;
    }

    private static List<Spelling> Spellings(Lexicon lexicon)
    {
        var spellings = new List<Spelling>();
        foreach (var term in lexicon.Terms.Now)
        {
            if (lexicon.Forms[term.Form].Length > 0)
            {
                spellings.Add(new(lexicon.Forms[term.Form], term.Written, Lexicon.LanguageOf(term), lexicon.Families[term.Family]));
            }
        }

        return spellings;
    }

    private static List<Worth> Worth(Postings postings, Lexicon lexicon)
    {
        var worth = new List<Worth>();
        for (var family = 0; family < lexicon.Families.Count; family++)
        {
            if (postings.Of(family) is { Length: > 0 } posted && lexicon.Families[family].Length > 0)
            {
                var written = lexicon.Written(family, Posted.Variant(posted.Worths[0])).First();
                worth.Add(new(lexicon.Families[family], written, Search.Worth.StepOf(Posted.Impact(posted.Worths[0]))));
            }
        }

        return worth;
    }
}

/// <summary>A thing's texts as words.</summary>
/// <param name="Passages">The folded words of each passage, one after the other: phrases are looked for in them.</param>
/// <param name="Spellings">Each word as it stands in a language, once.</param>
/// <param name="Worth">What the thing is worth for each family of words that it has one of.</param>
public sealed record Analysed(
    IReadOnlyList<IReadOnlyList<string>> Passages, IReadOnlyList<Spelling> Spellings, IReadOnlyList<Worth> Worth);

/// <summary>A word as it is written.</summary>
/// <param name="Form">Without case and accents.</param>
/// <param name="Written">Without case, with its accents.</param>
/// <param name="Language">Empty where its language has no stems here.</param>
/// <param name="Family">The stem that it shares with its other forms.</param>
public readonly record struct Spelling(string Form, string Written, string Language, string Family);

/// <summary>How well a thing answers for a family of words.</summary>
/// <param name="Written">Which of the family stands in the passage that weighs most.</param>
/// <param name="Step">From 1 to <see cref="Steps"/>: an engine that cannot count with our numbers can compare steps.</param>
public readonly record struct Worth(string Family, string Written, int Step)
{
    public const int Steps = 32;

    private const int Wide = 256 / Steps;

    /// <summary>What a thing on this step is worth, before it is multiplied with a <see cref="Share"/>.</summary>
    public static float Of(int step) => ((step * Wide) - (Wide / 2)) * Postings.ImpactUnit;

    internal static int StepOf(byte impact) => (impact + Wide - 1) / Wide;
}
