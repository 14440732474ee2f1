using System.Text.Json;

namespace LearningCities.Badges.Verifying;

/// <summary>Reads JSON of which nothing is certain: what is not there, or not of that kind, is null.</summary>
internal static class Reading
{
    public static JsonElement? Member(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out var member) ? member : null;

    public static JsonElement? Member(this JsonElement element, string name) => ((JsonElement?)element).Member(name);

    public static string? Text(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } said ? said : null;

    public static DateTimeOffset? Instant(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var at) ? at : null;

    public static double? Number(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;

    /// <summary>The texts of a set: the standard lets some sets of one stand without brackets.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Array } array =>
            [.. array.EnumerateArray().Select(item => Text(item)).OfType<string>()],
        _ when element.Text() is { } one => [one],
        _ => [],
    };

    public static bool Is(this JsonElement? element, JsonValueKind kind) => element?.ValueKind == kind;
}
