using System.Net;
using System.Xml;

namespace LearningCities.Badges.Pictures;

/// <summary>
/// Draws a badge. It needs nothing around it, and no style sheet: it is shown in wallets, in mails and inside pages that
/// allow no styles.
/// </summary>
internal static class Picture
{
    private const int FirstLevelWithRim = 3;

    /// <param name="mark">Sets it apart from others inside one page.</param>
    /// <param name="title">What is read aloud in its place.</param>
    /// <param name="credential">A credential to bake in, where Open Badges look for it.</param>
    public static string Draw(Design design, int level, string mark, string title, string? credential = null)
    {
        var (own, second) = (new Tones(design.Hue), new Tones((design.Hue + 188) % 360));
        var rim = level >= FirstLevelWithRim ? second.Soft : own.Soft;
        var emblem = Emblems.Of(design.Emblem);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" role="img" aria-labelledby="t{mark}">{Bake(credential)}
            <title id="t{mark}">{Escape(title)}</title>
            <g stroke-linejoin="round"><path fill="{own.Deep}" d="{Outlines.Path(design.Shape, 57)}"/><path fill="{rim}" d="{Outlines.Path(design.Shape, 52.5)}"/><path fill="{own.Main}" d="{Outlines.Path(design.Shape, 48)}"/></g>
            <circle fill="none" stroke="{own.Soft}" cx="60" cy="57" r="41" stroke-width="2.5" stroke-linecap="round" stroke-dasharray=".1 6.4"/>
            <clipPath id="c{mark}"><circle cx="60" cy="57" r="36"/></clipPath>
            <circle fill="{own.Deep}" cx="60" cy="57" r="38"/>
            <g clip-path="url(#c{mark})"><path fill="{own.Main}" d="M20 20h80v80H20z"/>{Fields.Of(design, own, second)}</g>
            <g fill="none" stroke-linecap="round" stroke-linejoin="round" transform="translate(30.5 26) scale(2.46)"><g stroke="{own.Deep}" stroke-width="4.6">{emblem}</g><g stroke="{Tones.Cream}" stroke-width="2">{emblem}</g></g>
            <rect fill="{own.Deep}" x="28" y="95" width="64" height="16" rx="8"/><path fill="none" stroke="{own.Main}" stroke-width="3" stroke-linecap="round" d="M39 103h42"/>{Stops(level, second)}
            <path fill="#fff" opacity=".2" d="M21 38A46 46 0 0 1 70 12 56 56 0 0 0 21 38z"/>
            </svg>
            """;
    }

    private static string Bake(string? jwt) => jwt is null ? ""
        : $"""<openbadges:credential xmlns:openbadges="{BakedPicture.Namespace}" verify="{jwt}"/>""";

    /// <summary>The level, as stops of a line: lit as far as the learner has come.</summary>
    private static string Stops(int level, Tones tones) => string.Concat(Enumerable.Range(0, Badge.HighestLevel).Select(stop =>
        stop < level
            ? $"""<circle fill="{tones.Soft}" cx="{39 + (14 * stop)}" cy="103" r="4.6"/>"""
            : $"""<circle fill="{tones.Main}" cx="{39 + (14 * stop)}" cy="103" r="3"/>"""));

    private static string Escape(string title) => WebUtility.HtmlEncode(string.Concat(title.Where(XmlConvert.IsXmlChar)));
}
