using System.Collections.Frozen;
using System.Text;

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

    private static readonly FrozenDictionary<char, string> Table = Letters
        .SelectMany(row => row[1..].Select(letter => KeyValuePair.Create(letter, row[..1])))
        .Concat([new('ß', "ss"), new('ẞ', "ss"), new('æ', "ae"), new('ǽ', "ae"), new('œ', "oe"), new('þ', "th"), new('ĳ', "ij")])
        .ToFrozenDictionary();

    /// <summary>The letters of a word as they are compared: <c>Őrség</c> is <c>orseg</c>.</summary>
    public static string Word(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var lower = char.ToLowerInvariant(letter);
            if (lower < 128)
            {
                folded.Append(lower);
            }
            else if (Table.TryGetValue(lower, out var plain))
            {
                folded.Append(plain);
            }
            else if (!IsAccent(lower))
            {
                folded.Append(lower);
            }
        }

        return folded.ToString();
    }

    /// <summary>An accent that follows its letter, as some keyboards and files write it.</summary>
    internal static bool IsAccent(char letter) => letter is >= '\u0300' and <= '\u036f';
}
