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
    private const float OfAccents = 0.95f, OfStem = 0.8f, OfBeginning = 0.6f, OfSlip = 0.4f;

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

        if (found == 0)
        {
            meaning.Picks.Clear(); // what only things out of scope have is not there
            AddMeant(meaning);
        }

        return meaning;
    }

    /// <summary>Whether words that begin so may be meant: of the last one, which may be half typed, after two letters.</summary>
    public static bool CanGoOn(Asked.Word word, bool isLast) => word.Term.Length >= (isLast ? 2 : 3);

    /// <summary>All families that have a form of this word; also for a form nobody has written, by its stems.</summary>
    public List<Pick> Forms(string term, string written, float share)
    {
        if (lexicon.Form(term) is { } form)
        {
            var picks = new List<Pick>(1);
            foreach (var number in lexicon.TermsOfForm[form])
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

        return [.. Stem.OfAny(term).Select(lexicon.Family).OfType<int>().Select(family => new Pick(family, OfStem * share, []))];
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

            foreach (var family in lexicon.TermsOfForm[form].Select(number => lexicon.Terms[number].Family).Distinct())
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
        var ranked = near.Select(meant => (Meant: meant, Cost: Cost(typed, meant))).OrderBy(candidate => candidate.Cost)
            .ThenBy(candidate => lexicon.Forms[candidate.Meant.Form], StringComparer.Ordinal).Take(MostCompared);
        var first = default(Meant?);
        foreach (var (meant, _) in ranked)
        {
            if (first is { } best && (meant.Edits != best.Edits || meaning.Picks.Count >= MostMeant))
            {
                continue;
            }

            foreach (var pick in Forms(lexicon.Forms[meant.Form], lexicon.Written(meant.Form), first is null || first == meant ? 1 : OfSlip))
            {
                if (!meaning.Picks.Exists(known => known.Family == pick.Family) && inScope(pick, 1) > 0)
                {
                    first ??= meant;
                    meaning.Picks.Add(pick);
                    meaning.Families.Add(pick.Family);
                    meaning.Meant ??= lexicon.Written(meant.Form);
                }
            }
        }
    }

    /// <summary>The likelier the smaller: few slips, the first letter right, the whole word, and a word that many things have.</summary>
    private double Cost(string typed, Meant meant)
    {
        var word = lexicon.Forms[meant.Form];
        return meant.Edits
            + (word[0] == typed[0] ? 0 : 0.35) // the first letter is seldom the slip
            + (meant.Whole ? 0 : 0.5)
            + (0.05 * Math.Abs(word.Length - typed.Length))
            - (0.12 * Math.Log10(1 + lexicon.PlacesOf(meant.Form)));
    }
}
