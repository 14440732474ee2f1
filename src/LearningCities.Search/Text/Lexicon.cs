namespace LearningCities.Search;

/// <summary>
/// All words that things in an index have. It only grows: a number given to a word is never given to another, so that
/// readers need no lock. One thread at a time adds to it.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>A word as it is written in a language: its letters without accents, and the family of forms it belongs to.</summary>
    /// <param name="Variant">Which of its family it is; beyond 254 they are not told apart.</param>
    public readonly record struct Term(string Written, int Form, int Family, byte Variant, byte Language);

    public const byte AnyVariant = 255;

    private const byte OfNoLanguage = 1 << 7;

    private readonly Numbers?[] _byLanguage = new Numbers?[Stem.Languages.Length + 1]; // the first is of all that have no stems here
    private readonly Numbers _forms, _families;
    private readonly Growing<int> _variants = new();
    private readonly Growing<int> _first = new(); // of each form the first term
    private readonly Growing<int> _next = new(); // of each term the next one of its form; less than none behind the last
    private readonly Growing<byte> _languages = new(); // of each family: a bit for each language that has a word of it

    public Lexicon() => (_forms, _families) = (new(form => Forms[form]), new(family => Families[family]));

    /// <summary>By number: each language's spelling.</summary>
    public Growing<Term> Terms { get; } = new();

    /// <summary>How often each stands in all that was put in and not removed.</summary>
    public Growing<int> Places { get; } = new();

    /// <summary>By number: letters without accents.</summary>
    public Growing<string> Forms { get; } = new();

    /// <summary>How many forms have terms: one that is being added just now has none yet, and nothing that a reader sees has it.</summary>
    public int Count => _first.Count;

    public Growing<string> Families { get; } = new();

    /// <summary>The number of a word that is put in, a new one where it has none.</summary>
    public int Number(ReadOnlySpan<char> written, string language)
    {
        var of = Array.IndexOf(Stem.Languages, language);
        var terms = _byLanguage[of + 1] ??= new Numbers(term => Terms[term].Written);
        if (terms.Find(written) is >= 0 and var known)
        {
            return known;
        }

        var number = New(written, of);
        terms.Add(number);
        return number;
    }

    public int? Form(ReadOnlySpan<char> folded) => _forms.Find(folded) is >= 0 and var form && form < Count ? form : null;

    /// <summary>The family of a word nobody has written in this language, if others of it have been.</summary>
    public int? Family(string term, string language) =>
        _families.Find(Stem.Of(term, language)) is >= 0 and var family && family < _languages.Count
        && (_languages[family] & ((1 << Array.IndexOf(Stem.Languages, language)) | OfNoLanguage)) != 0 ? family : null;

    /// <summary>The number of a family that has words of a language, a new one where it has none.</summary>
    /// <param name="language">Which of those that have stems; less than none for one that has not, or any.</param>
    public int Know(string stem, int language = -1)
    {
        var family = NumberOf(_families, Families, stem);
        if (family == _variants.Count)
        {
            _variants.Add(0);
            _languages.Add(0);
        }

        _languages[family] |= language < 0 ? OfNoLanguage : (byte)(1 << language);
        return family;
    }

    /// <summary>What is so when folded, in the order in which it came.</summary>
    public Chain TermsOf(int form) => new(_first[form], _next);

    /// <summary>The families that a form belongs to.</summary>
    public List<int> FamiliesOf(int form)
    {
        var families = new List<int>(1);
        foreach (var term in TermsOf(form))
        {
            if (!families.Contains(Terms[term].Family))
            {
                families.Add(Terms[term].Family);
            }
        }

        return families;
    }

    public int PlacesOf(int form)
    {
        var places = 0;
        foreach (var term in TermsOf(form))
        {
            places += Places[term];
        }

        return places;
    }

    /// <summary>Counts the words of a row as there, or as gone.</summary>
    public void CountPlaces(ReadOnlySpan<byte> row, int more)
    {
        for (var at = 0; at < row.Length;)
        {
            var number = Drafts.Read(row, ref at);
            if (number == Drafts.NewPassage)
            {
                Drafts.Read(row, ref at);
            }
            else
            {
                Places[number - 1] += more;
            }
        }
    }

    /// <summary>The form as it is mostly written.</summary>
    public string Written(int form)
    {
        var most = _first[form];
        foreach (var term in TermsOf(form))
        {
            most = Places[term] > Places[most] ? term : most;
        }

        return Terms[most].Written;
    }

    /// <summary>How the forms of a family are written that are told apart by this number.</summary>
    public IEnumerable<string> Written(int family, byte variant)
    {
        for (var number = 0; number < Terms.Count; number++)
        {
            if (Terms[number] is var term && term.Family == family && term.Variant == variant)
            {
                yield return term.Written;
            }
        }
    }

    public static string LanguageOf(Term term) => term.Language == 0 ? "" : Stem.Languages[term.Language - 1];

    private int New(ReadOnlySpan<char> written, int language)
    {
        var folded = Fold.Word(written);
        var form = NumberOf(_forms, Forms, folded);
        var family = Know(language < 0 ? folded : Stem.Of(folded, Stem.Languages[language]), language);
        var variant = (byte)Math.Min(_variants[family]++, AnyVariant);
        Places.Add(0);
        var number = Terms.Add(new Term(Text(written, form), form, family, variant, (byte)(language + 1)));
        _next.Add(-1);
        if (form == Count)
        {
            _first.Add(number);
            return number;
        }

        var last = _first[form];
        foreach (var term in TermsOf(form))
        {
            last = term;
        }

        Volatile.Write(ref _next[last], number);
        return number;
    }

    // Most words are written without accents, and many are written alike in several languages: one text is enough.
    private string Text(ReadOnlySpan<char> written, int form)
    {
        if (written.SequenceEqual(Forms[form]))
        {
            return Forms[form];
        }

        for (var term = form < Count ? _first[form] : -1; term >= 0; term = _next[term])
        {
            if (written.SequenceEqual(Terms[term].Written))
            {
                return Terms[term].Written;
            }
        }

        return written.ToString();
    }

    private int NumberOf(Numbers numbers, Growing<string> texts, string text)
    {
        if (numbers.Find(text) is >= 0 and var known)
        {
            return known;
        }

        // A stem is mostly a word by itself.
        var number = texts.Add(texts == Families && _forms.Find(text) is >= 0 and var form ? Forms[form] : text);
        numbers.Add(number); // after its text: whoever finds the number finds the text
        return number;
    }

    /// <summary>Terms of one form, one after the other.</summary>
    public struct Chain(int first, Growing<int> next)
    {
        private bool _begun;

        public int Current { get; private set; } = first;

        public readonly Chain GetEnumerator() => this;

        public bool MoveNext()
        {
            (Current, _begun) = (_begun ? next[Current] : Current, true);
            return Current >= 0;
        }
    }
}
