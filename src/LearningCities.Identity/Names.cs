using System.Globalization;
using System.Text;

namespace LearningCities.Identity;

/// <summary>Rules for names in several languages, and for languages.</summary>
internal static class Names
{
    public const int Longest = 200;

    public static bool IsLanguage(string tag) => tag.Length == 2 && tag.All(char.IsAsciiLetterLower);

    /// <summary>Refuses a name that says nothing in any language, or too much in one.</summary>
    public static void OrRefuse(LocalizedText name, int longest)
    {
        if (name.Count == 0 || name.Any(text => string.IsNullOrWhiteSpace(text.Value) || text.Value.Length > longest))
        {
            throw new ProblemException(
                400, "name-missing", $"A name is given in at least one language, in 1 to {longest} characters.");
        }
    }

    /// <summary><c>Hódmezővásárhely</c> is <c>hodmezovasarhely</c> in an address.</summary>
    public static string Fold(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
