using System.Security.Cryptography;
using System.Text;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>
/// How the engine keeps activities and words. It analyses nothing: the tokens are ours, so that all languages are found alike in
/// every engine, and so that pages are in the same order on all of an engine's copies, whatever else these keep.
/// </summary>
internal static class EngineDocument
{
    private const string Keyword = "keyword", Number = "long";

    public static readonly object Mappings = new
    {
        dynamic = "strict",
        // What is only searched need not be kept a second time to be shown.
        _source = new { excludes = new[] { "said", "forms", "families", "spellings", "worth", "form", "stem", "rests" } },
        properties = new
        {
            id = Of(Keyword),
            kind = Of(Keyword),
            mode = Of(Keyword),
            district = Of(Keyword),
            language = Of(Keyword),
            skill = Of(Keyword),
            access = Of(Keyword),
            organisation = Of(Keyword),
            price = Of(Number),
            from = Of(Number),
            to = Of(Number),
            begins = Of(Number),
            place = Of("geo_point"),
            said = new { type = "text", analyzer = "whitespace", norms = false },
            forms = Of(Keyword),
            families = Of(Keyword),
            spellings = Of(Keyword),
            worth = new { type = Keyword, doc_values = false },
            item = new { type = "object", enabled = false },
            spelling = Of(Keyword),
            form = Of(Keyword),
            stem = Of(Keyword),
            rests = new { type = Keyword, doc_values = false },
            position = new { type = Keyword, index = false, doc_values = false },
        },
    };

    /// <summary>An activity that can be found.</summary>
    public static object Of(IndexedActivity activity, Analysed analysed) => new
    {
        id = activity.Id,
        kind = activity.Kind,
        mode = activity.Mode,
        district = activity.Venue is { District.Length: > 0 } venue ? venue.District : null,
        language = activity.Languages,
        skill = activity.Skills,
        access = activity.Access,
        organisation = activity.OrganisationId,
        price = activity.Price.Amount,
        from = activity.StartsAt is { } starts ? Instants.Of(starts) : default(long?),
        to = activity.EndsAt is { } ends ? Instants.Of(ends) : long.MaxValue, // nobody knows when: not over
        begins = activity.StartsAt?.ToUnixTimeMilliseconds(),
        place = activity.Position is { } there ? new { lat = there.Latitude, lon = there.Longitude } : null,
        said = analysed.Passages.Select(passage => string.Join(' ', passage)),
        forms = analysed.Spellings.Select(spelling => spelling.Form).Distinct(),
        families = analysed.Worth.Select(worth => worth.Family),
        spellings = analysed.Spellings.Select(Spelled),
        worth = analysed.Worth.SelectMany(worth => new[] { Token(worth.Family, null, worth.Step), Token(worth.Family, worth.Written, worth.Step) }),
        item = activity,
    };

    /// <summary>
    /// What is left of an activity that is found no more: a document that is found by nothing. Were it taken out, the engine would
    /// forget its version after a minute, and whoever comes late would bring it back.
    /// </summary>
    public static object Gone(IndexedActivity activity) => new { id = activity.Id };

    /// <summary>A word of the vocabulary.</summary>
    public static object Of(Spelling spelling) => new
    {
        spelling = Spelled(spelling),
        form = spelling.Form,
        stem = spelling.Family,
        language = spelling.Language,
        rests = Analysis.RestsOf(spelling.Form).Select(RestOf),
    };

    public static string IdOf(Spelling spelling) =>
        $"word-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Spelled(spelling))).AsSpan(0, 16))}";

    public static string RestOf(uint rest) => rest.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A word as it is written in a language. No part of it has a space.</summary>
    public static string Spelled(Spelling spelling) => $"{spelling.Form} {spelling.Written} {spelling.Language}";

    public static (string Form, string Written, string Language) ReadSpelled(string spelled) =>
        spelled.Split(' ') is [var form, var written, var language] ? (form, written, language) : default;

    /// <summary>That a thing has a word of a family, and on which step it is; with the word itself, that it is this one.</summary>
    public static string Token(string family, string? written, int step) => written is null ? $"{family} {step}" : $"{family} {step} {written}";

    private static object Of(string type) => new { type };
}

/// <summary>Instants as the engine compares them.</summary>
internal static class Instants
{
    private const long MicrosecondTicks = 10;

    /// <summary>Microseconds since 1970: as exact as the tables are.</summary>
    public static long Of(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / MicrosecondTicks;
}
