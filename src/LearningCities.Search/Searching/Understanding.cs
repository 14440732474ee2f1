namespace LearningCities.Search;

/// <summary>
/// Finds what the words of a question stand for: themselves and other forms; where few things have those, words that begin
/// so; and where nothing has any of it, what they were meant for.
/// </summary>
/// <param name="inScope">How many that can be found at all have one of a family, counted up to a limit.</param>
internal sealed class Understanding(Lexicon lexicon, Spellings spellings, Func<Pick, int, int> inScope)
{
    /// <summary>So many are enough not to look for more.</summary>
    public const int Enough = 20;

    private const int MostBeginnings = 64, MostMeant = 8, MostCompared = 64;
    private const float OfAccents = 0.95f, OfStem = 0.8f, OfBeginning = 0.6f, OfSlip = 0.4f, OfPart = 0.3f, OfLikely = 0.9f;
    private const int ShortestPart = 4;
    private const double OfRest = 0.5, OfSecond = 0.8, OfFirstLetter = 0.35, OfFrequency = 0.12, AsLikely = 0.3;

    public Meaning Of(Asked.Word word, bool isLast)
    {
        var meaning = new Meaning(word);
        var found = 0;
        foreach (var pick in Forms(word.Term, word.Written, 1))
        {
            meaning.Picks.Add(pick);
            meaning.Families.Add(pick.Family);
            found += inScope(pick, Enough);
        }

        if (found < Enough && CanGoOn(word, isLast))
        {
            found += AddBeginnings(meaning);
        }

        var isWritten = lexicon.Form(word.Term) is not null;
        meaning.IsAsTyped = found > 0 && isWritten;
        if (found == 0)
        {
            meaning.Picks.Clear(); // what only things out of scope have is not there
            AddMeant(meaning);
        }
        else if (!isWritten)
        {
            AddLikely(meaning);
        }

        if (found < Enough && meaning.Meant is null)
        {
            AddPart(meaning);
        }

        return meaning;
    }

    /// <summary>Whether words that begin so may be meant: of the last one, which may be half typed, after two letters.</summary>
    public static bool CanGoOn(Asked.Word word, bool isLast) => word.Term.Length >= (isLast ? 2 : 3);

    /// <summary>What a word may be made of: the words it begins or ends with.</summary>
    public static IEnumerable<string> PartsOf(string term)
    {
        for (var length = term.Length - 1; length >= LeastOf(term); length--)
        {
            yield return term[..length];
            yield return term[^length..];
        }
    }

    /// <summary>How many slips lead at most to what a word may be meant for: more than to others to a long one.</summary>
    public static int SlipsOf(string typed) => Slips.Allowed(typed) is 1 && typed.Length >= Slips.LongWord - 2 ? 2 : Slips.Allowed(typed);

    private static int LeastOf(string term) => Math.Max(ShortestPart, (term.Length + 1) / 2);

    /// <summary>
    /// A long word may be made of known ones, or go on from one: kosárlabda is played with a kosár, and a robotika course builds a
    /// robot. The longest beginning that is known counts, or, where there is none, the longest end.
    /// </summary>
    private void AddPart(Meaning meaning)
    {
        var (term, least) = (meaning.Word.Term, LeastOf(meaning.Word.Term));
        for (var length = term.Length - 1; length >= least; length--)
        {
            if (Add(meaning, term[..length]))
            {
                return;
            }
        }

        for (var length = term.Length - 1; length >= least && meaning.Picks.Count == 0; length--)
        {
            if (Add(meaning, term[^length..]))
            {
                return;
            }
        }
    }

    /// <summary>All families that have a form of this word; also for a form nobody has written, by its stems.</summary>
    public List<Pick> Forms(string term, string written, float share)
    {
        if (lexicon.Form(term) is { } form)
        {
            var picks = new List<Pick>(1);
            foreach (var number in lexicon.TermsOf(form))
            {
                var spelling = lexicon.Terms[number];
                if (!picks.Exists(known => known.Family == spelling.Family))
                {
                    picks.Add(new Pick(spelling.Family, OfStem * share, []));
                }

                if (spelling.Variant != Lexicon.AnyVariant)
                {
                    picks.Find(known => known.Family == spelling.Family)!.Named
                        .Add((spelling.Variant, share * (spelling.Written == written ? 1 : OfAccents)));
                }
            }

            return picks;
        }

        return [.. Stem.Languages.Select(language => lexicon.Family(term, language)).OfType<int>().Distinct()
            .Select(family => new Pick(family, OfStem * share, []))];
    }

    private List<int> FamiliesOf(string part) => lexicon.Form(part) is { } form ? lexicon.FamiliesOf(form) : [];

    private bool Add(Meaning meaning, string part)
    {
        var any = false;
        foreach (var family in FamiliesOf(part))
        {
            var pick = new Pick(family, OfPart, []);
            if (!meaning.Picks.Exists(known => known.Family == family) && inScope(pick, 1) > 0)
            {
                meaning.Picks.Add(pick);
                meaning.Families.Add(family);
                any = true;
            }
        }

        return any;
    }

    private int AddBeginnings(Meaning meaning)
    {
        var found = 0;
        foreach (var form in spellings.Tops(meaning.Word.Term, MostBeginnings))
        {
            if (lexicon.Forms[form].Length == meaning.Word.Term.Length)
            {
                continue;
            }

            foreach (var family in lexicon.FamiliesOf(form))
            {
                var pick = new Pick(family, OfBeginning, []);
                if (!meaning.Picks.Exists(known => known.Family == family) && inScope(pick, Enough) is > 0 and var more)
                {
                    meaning.Picks.Add(pick);
                    meaning.Families.Add(family);
                    found += more;
                }
            }
        }

        return found;
    }

    private void AddMeant(Meaning meaning)
    {
        var typed = meaning.Word.Term;
        var allowed = Slips.Allowed(typed);
        if (allowed == 0)
        {
            return;
        }

        var near = spellings.Near(typed, allowed);
        if (allowed < SlipsOf(typed) && !near.Exists(meant => meant.Whole))
        {
            // A long word two letters of which were left out is a short one.
            near.AddRange(spellings.Near(typed, 2).Where(meant => meant.Edits > 1 && meant.Whole && lexicon.Forms[meant.Form].Length >= Slips.LongWord));
        }

        Add(meaning, near);
    }

    /// <summary>
    /// Nobody has written it so, but it may be a form of a word, or its beginning: whatever it can be by the likeliest slips is
    /// found beside that.
    /// </summary>
    private void AddLikely(Meaning meaning)
    {
        var typed = meaning.Word.Term;
        if (Slips.Allowed(typed) == 0)
        {
            return;
        }

        foreach (var (form, _) in spellings.Near(typed, 1).Where(meant => meant.Whole && IsLikely(typed, lexicon.Forms[meant.Form]))
            .Select(meant => (meant.Form, Cost: Cost(typed, meant))).OrderBy(candidate => candidate.Cost).Take(MostMeant))
        {
            foreach (var pick in Forms(lexicon.Forms[form], lexicon.Written(form), OfLikely))
            {
                if (!meaning.Picks.Exists(known => known.Family == pick.Family) && inScope(pick, 1) > 0)
                {
                    meaning.Picks.Add(pick);
                    meaning.Families.Add(pick.Family);
                }
            }
        }
    }

    private static bool IsLikely(string typed, string word) => word[0] == typed[0] && Slips.Weigh(typed, word).Whole <= Slips.Likely;

    private void Add(Meaning meaning, List<Meant> near)
    {
        var typed = meaning.Word.Term;
        var ranked = near.Select(meant => (meant.Form, Cost: Cost(typed, meant))).OrderBy(candidate => candidate.Cost)
            .ThenBy(candidate => lexicon.Forms[candidate.Form], StringComparer.Ordinal).Take(MostCompared);
        var (first, best) = (-1, 0.0);
        foreach (var (form, cost) in ranked)
        {
            if (first >= 0 && (cost > best + AsLikely || meaning.Picks.Count >= MostMeant))
            {
                break;
            }

            foreach (var pick in Forms(lexicon.Forms[form], lexicon.Written(form), first < 0 || first == form ? 1 : (float)Math.Max(OfSlip, OfSecond - (2 * (cost - best)))))
            {
                if (!meaning.Picks.Exists(known => known.Family == pick.Family) && inScope(pick, 1) > 0)
                {
                    (first, best) = first < 0 ? (form, cost) : (first, best);
                    meaning.Picks.Add(pick);
                    meaning.Families.Add(pick.Family);
                    meaning.Meant ??= lexicon.Written(form);
                }
            }
        }
    }

    /// <summary>The likelier the smaller: likely slips, the first letter right, the whole word, and a word that many things have.</summary>
    private double Cost(string typed, Meant meant)
    {
        var word = lexicon.Forms[meant.Form];
        var unlike = Slips.Weigh(typed, word);
        return Math.Min(unlike.Whole, unlike.Beginning + OfRest)
            + (word[0] == typed[0] ? 0 : OfFirstLetter)
            - (OfFrequency * Math.Log10(1 + lexicon.PlacesOf(meant.Form)));
    }
}
