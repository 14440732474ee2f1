namespace LearningCities.Search;

/// <summary>
/// Takes case and accents off letters. With tables of its own: a process without ICU (InvariantGlobalization) cannot
/// decompose letters, and ł, ø, đ, ß, æ and œ have no decomposition anywhere.
/// </summary>
public static class Fold
{
    // Each row is a plain letter and what is folded to it.
    private static readonly string[] Letters =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dďđḋḍḏḑḓð", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ", "gĝğġģǥǧǵḡ", "hĥħḣḥḧḩḫẖ",
        "iìíîïĩīĭįıǐȉȋḭḯỉị", "jĵǰ", "kķĸǩḱḳḵ", "lĺļľŀłḷḹḻḽ", "mḿṁṃ", "nñńņňŉŋǹṅṇṉṋ", "oòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșſṡṣṥṧṩ", "tţťŧțṫṭṯṱẗ", "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ", "zźżžƶẑẓẕ",
    ];

    private static readonly (char Letter, string Plain)[] Double =
        [('ß', "ss"), ('ẞ', "ss"), ('æ', "ae"), ('ǽ', "ae"), ('œ', "oe"), ('þ', "th"), ('ĳ', "ij")];

    // One look for each letter up to ỹ. A zero folds to nothing: an accent by itself. What is folded to two letters holds a mark.
    private const char Two = '\u0001';
    private static readonly char[] Plain = PlainLetters();
    private static readonly char[] Small = SmallLetters();

    /// <summary>The letters of a word as they are compared: <c>Őrség</c> is <c>orseg</c>.</summary>
    public static string Word(ReadOnlySpan<char> word)
    {
        var folded = word.Length <= Words.Longest ? stackalloc char[2 * Words.Longest] : new char[2 * word.Length];
        return new string(folded[..Word(word, folded)]);
    }

    /// <summary>The same without a string.</summary>
    /// <param name="into">Twice as long as the word: some letters are two when they are folded.</param>
    /// <returns>How many letters there are.</returns>
    internal static int Word(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var letter in word)
        {
            var plain = letter < Plain.Length ? Plain[letter] : char.ToLowerInvariant(letter);
            if (plain == Two)
            {
                var two = TwoOf(Lower(letter));
                two.CopyTo(into[length..]);
                length += two.Length;
            }
            else if (plain != 0)
            {
                into[length++] = plain;
            }
        }

        return length;
    }

    /// <summary>A letter without case, with its accent.</summary>
    internal static char Lower(char letter) => letter < Small.Length ? Small[letter] : char.ToLowerInvariant(letter);

    /// <summary>An accent that follows its letter, as some keyboards and files write it.</summary>
    internal static bool IsAccent(char letter) => letter is >= '\u0300' and <= '\u036f';

    private static string TwoOf(char letter) => Array.Find(Double, pair => pair.Letter == letter).Plain;

    private static char[] SmallLetters() => [.. Enumerable.Range(0, 0x2000).Select(letter => char.ToLowerInvariant((char)letter))];

    private static char[] PlainLetters()
    {
        var plain = SmallLetters();
        var folded = Letters.SelectMany(row => row[1..].Select(letter => (letter, row[0])))
            .Concat(Double.Select(pair => (pair.Letter, Two))).ToDictionary();
        for (var letter = 0; letter < plain.Length; letter++)
        {
            plain[letter] = IsAccent((char)letter) ? '\0' : folded.GetValueOrDefault(plain[letter], plain[letter]);
        }

        return plain;
    }
}
