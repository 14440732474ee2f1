using System.Buffers;

namespace LearningCities.Search;

/// <summary>
/// What different forms of a word have in common, roughly: enough to find <c>courses</c> by <c>course</c> and
/// <c>könyvtárban</c> by <c>könyvtár</c>. It works on folded words and takes off too little rather than too much.
/// Whose rules they are is in the README.
/// </summary>
internal static class Stem
{
    /// <summary>The languages that have rules here; the others' words stay as they are.</summary>
    public static readonly string[] Languages = ["en", "hu", "de", "fr", "nl", "pl", "sl"];

    private const int Shortest = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly string[] English = ["ings", "ing", "ers", "er", "ed", "es"];

    // Cases first, then the plural and possessives before them; longer endings before those they end with.
    private static readonly string[] Cases =
    [
        "oknak", "eknek", "okkal", "ekkel", "oknal", "eknel", "okhoz", "ekhez", "okbol", "ekbol", "okban", "ekben", "okrol", "ekrol",
        "ban", "ben", "bol", "nak", "nek", "val", "vel", "hoz", "hez", "rol", "tol", "nal", "nel", "kent", "ert", "ra", "re", "ba", "be",
        "ul", "on", "en", "ot", "et", "at", "ig", "ni", "i", "n", "t",
    ];

    private static readonly string[] Plurals = ["jaink", "jeink", "aink", "eink", "unk", "ok", "ek", "ak", "ai", "ei", "ja", "je", "k"];

    private static readonly string[] German = ["innen", "in", "ern", "em", "en", "er", "es", "e", "n", "s"];

    private static readonly string[] French =
        ["issements", "issement", "ateurs", "ateur", "atrices", "atrice", "ements", "ement", "ives", "ive", "ifs", "if", "euses", "euse",
         "eurs", "eur", "eaux", "aux", "ees", "ee", "es", "er", "e", "s", "x"];

    private static readonly string[] Dutch = ["heden", "ingen", "ing", "jes", "je", "eren", "en", "es", "e"];

    private static readonly string[] Polish =
        ["owaniach", "owania", "owanie", "aniach", "ania", "anie", "eniach", "enia", "enie", "ami", "ach", "iego", "iemu", "ego", "emu", "owie", "ow", "om",
         "ymi", "imi", "ych", "ich", "iej", "ej", "ie", "ym", "im", "a", "e", "i", "o", "u", "y"];

    private static readonly string[] Slovene =
        ["ovanje", "ovanja", "anje", "anja", "anju", "enje", "enja", "enju", "ami", "ema", "oma", "ama", "ega", "emu", "imi", "ih", "im",
         "em", "om", "am", "ah", "ov", "ev", "ja", "je", "jo", "a", "e", "i", "o", "u"];

    /// <summary>The stems of a word in whatever language it may be, each once.</summary>
    public static IReadOnlyList<string> OfAll(string term) => [.. Languages.Select(language => Of(term, language)).Distinct()];

    /// <summary>The stem of a word in this language; the word itself where the language has no rules here.</summary>
    public static string Of(string term, string language) => language switch
    {
        "en" => Ending(Off(term, English) is { } stem && stem != term ? stem : Short(term)),
        "hu" => Hungarian(term),
        "de" => Off(Off(term, German), German[1..^2]),
        "fr" => Off(term, French),
        "nl" => WithoutS(Undoubled(Off(term, Dutch))),
        "pl" => Off(term, Polish),
        "sl" => Off(term, Slovene),
        _ => term,
    };

    // könyvtár-a-i-m-mal: what is left may end like another word, gyerek like a plural, and must end where that does.
    private static string Hungarian(string term)
    {
        var stem = Vowel(Off(Vowel(Off(Doubled(term), Cases)), Plurals));
        return stem == term ? stem : Hungarian(stem);
    }

    // könyvtárral, késsel, robottá: the ending takes its first letter from the word.
    private static string Doubled(string term) =>
        term is [_, _, _, _, .., var last, var same, 'a' or 'e', 'l'] && last == same ? term[..^3]
        : term is [_, _, _, _, .., var end, var again, 'a' or 'e'] && end == again ? term[..^2]
        : term;

    private static string Off(string term, string[] endings)
    {
        foreach (var ending in endings)
        {
            // A single letter is an ending only of a longer word: of robot it is none.
            var shortest = ending.Length == 1 && (endings == Cases || endings == Plurals) ? Shortest + 1 : Shortest;
            if (term.Length - ending.Length >= shortest && term.EndsWith(ending, StringComparison.Ordinal))
            {
                return term[..^ending.Length];
            }
        }

        return term;
    }

    // bees, rowing and sewing: of short words only what is surely an ending.
    private static string Short(string term) => term switch
    {
        [_, _, _, .., 'i', 'n', 'g'] when term.AsSpan(..^3).ContainsAny(Vowels) => term[..^3],
        [_, _, .., not ('s' or 'u' or 'i'), 's'] => term[..^1],
        _ => term,
    };

    // dance and dancing, study and studies, swim and swimming.
    private static string Ending(string term) => term switch
    {
        { Length: < Shortest } => term,
        [.., 'e'] => term[..^1],
        { Length: Shortest } => term,
        [.., 'y'] => term[..^1] + 'i',
        [.., var last, var same] when last == same => term[..^1],
        _ => term,
    };

    // fietsen and fiets, cursussen and cursus.
    private static string Undoubled(string term) =>
        term is [_, _, _, .., var last, var same] && last == same && !"aeiou".Contains(last, StringComparison.Ordinal) ? term[..^1] : term;

    // fiets and fietsen, kookles and kooklessen: an s after a vowel belongs to the word.
    private static string WithoutS(string term) =>
        term is [_, _, _, .., var before, 's'] && term.Length > Shortest && !"aeiouyjs".Contains(before, StringComparison.Ordinal) ? term[..^1] : term;

    // robotika, robotikát, robotikák: the last vowel comes and goes.
    private static string Vowel(string term) => term.Length > Shortest && term[^1] is ('a' or 'e') ? term[..^1] : term;
}
