using System.Text.RegularExpressions;

namespace LearningCities.Web.Tests;

/// <summary>Parts of what is on a screen.</summary>
internal static partial class Screens
{
    /// <summary>Every piece between these two, in the order of the screen.</summary>
    public static IEnumerable<string> Between(string screen, string begin, string end) =>
        screen.Split(begin).Skip(1).Select(piece => piece.Split(end)[0]);

    /// <summary>What a heading in this piece says.</summary>
    public static string Text(string piece) =>
        WebUtility.HtmlDecode(Mark().Replace(piece[piece.IndexOf("<h3>", StringComparison.Ordinal)..], "")).Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();
}
