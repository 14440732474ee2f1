using System.Collections.Concurrent;

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

    private readonly Dictionary<string, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> _byLanguage = [];
    private readonly ConcurrentDictionary<string, int> _forms = new(1, 4096, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _families = new(1, 4096, StringComparer.Ordinal);
    private readonly Growing<int> _variants = new();
    private readonly Growing<byte> _languages = new(); // of each family: a bit for each language that has a word of it

    /// <summary>By number: each language's spelling.</summary>
    public Growing<Term> Terms { get; } = new();

    /// <summary>How often each stands in all that was put in and not removed.</summary>
    public Growing<int> Places { get; } = new();

    /// <summary>By number: letters without accents.</summary>
    public Growing<string> Forms { get; } = new();

    /// <summary>For each form the terms that are so when folded.</summary>
    public Growing<int[]> TermsOfForm { get; } = new();

    public Growing<string> Families { get; } = new();

    /// <summary>The number of a word that is put in, a new one where it has none.</summary>
    public int Number(ReadOnlySpan<char> written, string language)
    {
        language = Array.IndexOf(Stem.Languages, language) >= 0 ? language : "";
        if (!_byLanguage.TryGetValue(language, out var terms))
        {
            terms = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            _byLanguage.Add(language, terms);
        }

        if (!terms.TryGetValue(written, out var number))
        {
            number = New(written.ToString(), language);
            terms[written] = number;
        }

        return number;
    }

    // A form that is being added just now has no terms yet: nothing that a reader sees has it.
    public int? Form(ReadOnlySpan<char> folded) =>
        _forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var form) && form < TermsOfForm.Count ? form : null;

    /// <summary>The family of a word nobody has written in this language, if others of it have been.</summary>
    public int? Family(string term, string language) =>
        _families.TryGetValue(Stem.Of(term, language), out var family) && family < _languages.Count
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

    public int PlacesOf(int form)
    {
        var places = 0;
        foreach (var term in TermsOfForm[form])
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
    public string Written(int form) => Terms[TermsOfForm[form].MaxBy(term => Places[term])].Written;

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

    private int New(string written, string language)
    {
        var folded = Fold.Word(written);
        var form = NumberOf(_forms, Forms, folded);
        var family = Know(language.Length == 0 ? folded : Stem.Of(folded, language), Array.IndexOf(Stem.Languages, language));
        var variant = (byte)Math.Min(_variants[family]++, AnyVariant);
        Places.Add(0);
        var number = Terms.Add(new Term(written, form, family, variant, (byte)(Array.IndexOf(Stem.Languages, language) + 1)));
        if (form == TermsOfForm.Count)
        {
            TermsOfForm.Add([number]);
        }
        else
        {
            TermsOfForm[form] = [.. TermsOfForm[form], number];
        }

        return number;
    }

    private static int NumberOf(ConcurrentDictionary<string, int> numbers, Growing<string> texts, string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            number = texts.Add(text); // before its number is known: whoever finds the number finds the text
            numbers[text] = number;
        }

        return number;
    }
}
