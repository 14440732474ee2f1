using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace LearningCities.Web;

/// <summary>
/// What the pages say, in the reader's language: <c>Texts.resx</c>, and <c>StaffTexts.resx</c> for those who work in the city.
/// A key is <c>Page.Element</c>.
/// </summary>
internal sealed class Words(HtmlEncoder encoder)
{
    private readonly ResourceManager[] _texts =
    [
        new("LearningCities.Web.Texts", typeof(Words).Assembly),
        new("LearningCities.Web.StaffTexts", typeof(Words).Assembly),
    ];

    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"No text has the key '{key}'.");

    public string Say(string key, params object?[] about) => string.Format(CultureInfo.CurrentCulture, this[key], about);

    /// <summary>A sentence with a number in it: <c>Key.One</c> or <c>Key.Many</c>, whichever the number asks for.</summary>
    public string Count(string key, long number, params object?[] about) =>
        Say(number == 1 ? $"{key}.One" : $"{key}.Many", [number.ToString("N0", CultureInfo.CurrentCulture), .. about]);

    /// <summary>A sentence with marks in it. The marks are the translator's; what is filled in stays text.</summary>
    public MarkupString Html(string key, params object?[] about) => new(string.Format(
        CultureInfo.CurrentCulture, this[key], [.. about.Select(what => encoder.Encode($"{what}"))]));

    /// <summary>What a word of the interfaces is called (<c>workshop</c>, <c>step-free</c>); itself, where it has no name yet.</summary>
    public string Name(string kind, string word) => Find($"{kind}.{word}") ?? word;

    public string? Find(string key) => _texts
        .Select(texts => texts.GetString(key, CultureInfo.CurrentUICulture))
        .FirstOrDefault(text => text is not null);
}
