using System.Collections.Frozen;

namespace LearningCities.Search;

/// <summary>A word of a text: where it stands, and its folded letters.</summary>
internal readonly record struct Word(int Start, int Length, string Term);

/// <summary>Finds the words of a text: runs of letters and digits; <c>C#</c> and <c>C++</c> are words, too.</summary>
internal static class Words
{
    /// <summary>Longer runs are no words; their beginning is enough to find them.</summary>
    public const int Longest = 64;

    // In a question they say nothing: the most frequent of each language, as its text collections show, and what questions begin with.
    private static readonly FrozenSet<string> Small = (
        "where when how what who which can could do does there any some me my want would like looking near " +
        "hol mikor hogyan hova mi ki milyen melyik lehet lehetne tudok szeretnek szeretnenk keresek vannak " +
        "quand comment quoi quel quelle quels quelles peut peux puis veux voudrais cherche " +
        "waar wanneer hoe wie welke wil zoek mij mijn " +
        "gdzie kiedy kto jaki jaka jakie jakis chce szukam mozna moge " +
        "kje kdaj kako kdo kateri katera katere iscem zelim hocem " +
        "wo wann wer welche welcher welches kann gibt mochte suche mir mich " +
        "a an and are as at be by for from in is it of on or the this to we will with you your " +
        "az es egy is de ha hogy vagy van nem meg ez ezt azt mint csak " +
        "au aux ce ces cette dans de des du elle en est et il je la le les leur mais ne nous ou par pas pour que qui sa se ses son sur un une vous " +
        "aan al als bij dan dat de der deze die dit een en er ga had heb het hij ik in je kan met na naar niet nog of om onder ons ook op over te tot uit van voor was wat we wel wij zal ze zich zijn zo " +
        "aby ale bez bo by byc co czy dla do go i ich jak jako jest juz lub ma na nad nie o od oraz po pod przez przy sa sie tak tego ten to w we z za ze " +
        "a ali bi bo brez da do ga h in iz je jih k kaj ker ki ko lahko le med na ne o ob od pa po pod pri s se so sta ter to tudi v za z ze " +
        "aber als am an auch auf aus bei bis da das dass dem den der des die dir du ein eine einem einen einer es fur hat ich ihr im in ist mit nach nicht noch nur oder sich sie sind so uber um und uns von vor war was wie wir zu zum zur")
        .Split(' ').ToFrozenSet();

    public static bool IsSmall(string term) => Small.Contains(term);

    /// <summary>Finds the next word at or behind a place; false at the end.</summary>
    public static bool Next(ReadOnlySpan<char> text, ref int at, out int start)
    {
        while (at < text.Length && !IsPart(text[at]))
        {
            at++;
        }

        start = at;
        while (at < text.Length && IsPart(text[at]))
        {
            at++;
        }

        var letters = at > start;
        while (letters && at < text.Length && text[at] is '+' or '#')
        {
            at++;
        }

        return letters;
    }

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        for (var at = 0; Next(text, ref at, out var start);)
        {
            var term = Fold.Word(text.AsSpan(start, Math.Min(at - start, Longest)));
            if (term.Length > 0)
            {
                words.Add(new Word(start, at - start, term));
            }
        }

        return words;
    }

    /// <summary>The letters of a word without case, with their accents; how many there are.</summary>
    public static int Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        var length = Math.Min(word.Length, Longest);
        for (var i = 0; i < length; i++)
        {
            lower[i] = Fold.Lower(word[i]);
        }

        return length;
    }

    private static bool IsPart(char letter) => letter < 128
        ? char.IsAsciiLetterOrDigit(letter)
        : char.IsLetterOrDigit(letter) || Fold.IsAccent(letter);
}
