using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningCities.Catalogue.Tests.Relevance;

/// <summary>What somebody looks for, what would serve them, and how people type that.</summary>
/// <param name="HeldOut">Nothing may be tuned on it: it says whether what was tuned on the others holds for new questions.</param>
/// <param name="Judged">What would serve; all else in the catalogue would not.</param>
internal sealed record Need(
    [property: JsonPropertyName("need")] string Sought,
    string City,
    Filters Filters,
    bool HeldOut,
    IReadOnlyList<Judgment> Judged,
    IReadOnlyList<Typed> Asked)
{
    private const int Shown = 10;

    public static IReadOnlyList<Need> All()
    {
        using var file = Data.Open("queries.json");
        return JsonSerializer.Deserialize<List<Need>>(file, JsonSerializerOptions.Web)!;
    }

    /// <summary>What is there only just, 1; what serves well, 2; what was looked for, 3; else nothing.</summary>
    public int GradeOf(string key) => Judged.FirstOrDefault(judgment => judgment.Key == key)?.Grade ?? 0;

    /// <summary>
    /// How good an order is: 1 where none is better. Each of the first ten counts by its grade, the later the less (normalised
    /// discounted cumulative gain, Järvelin and Kekäläinen 2002, with the gains of Burges and others 2005).
    /// </summary>
    public double Gain(IReadOnlyList<string> found) =>
        Discounted(found.Select(GradeOf)) / Discounted(Judged.Select(judgment => judgment.Grade).OrderDescending());

    private static double Discounted(IEnumerable<int> grades) =>
        grades.Take(Shown).Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}

/// <param name="Because">Why it serves, or serves a little.</param>
internal sealed record Judgment(string Key, int Grade, string Because);

/// <param name="Language">Of the reader, and of the words.</param>
/// <param name="Meant">Without the slip, where there is one.</param>
internal sealed record Typed(string Language, string Text, string? Meant = null);

/// <summary>What the reader has ticked beside her words.</summary>
internal sealed record Filters(
    bool Free = false,
    long? MaxPrice = null,
    IReadOnlyList<string>? When = null,
    IReadOnlyList<string>? Kind = null,
    IReadOnlyList<string>? Language = null,
    IReadOnlyList<string>? Access = null)
{
    public IReadOnlyList<string> When { get; } = When ?? [];

    public IReadOnlyList<string> Kind { get; } = Kind ?? [];

    public IReadOnlyList<string> Language { get; } = Language ?? [];

    public IReadOnlyList<string> Access { get; } = Access ?? [];
}
