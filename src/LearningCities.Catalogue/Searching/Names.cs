using System.IO.Hashing;
using System.Text.Json;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching;

/// <summary>
/// What people call kinds, skills and the rest of what an activity is sorted by, in each language the search knows: who types
/// <c>jardinage</c> or <c>ingyenes</c> finds what is filed under gardening, or costs nothing, whatever language it is written in.
/// </summary>
internal static class Names
{
    private static readonly byte[] File = Read();
    private static readonly Known All = JsonSerializer.Deserialize<Known>(File, JsonSerializerOptions.Web)!;

    /// <summary>Another one: other names. What was indexed with them is not to be relied on.</summary>
    public static string Fingerprint { get; } = Convert.ToHexStringLower(XxHash3.Hash(File));

    /// <summary>A city may teach what has no name here: then its own word for it.</summary>
    public static IEnumerable<Passage> OfSkill(string skill, float weight) =>
        All.Skills.ContainsKey(skill) ? Of(All.Skills, skill, weight) : [new Passage(skill.Replace('-', ' '), "", weight)];

    public static IEnumerable<Passage> OfKind(string kind, float weight) => Of(All.Kinds, kind, weight);

    public static IEnumerable<Passage> OfMode(string mode, float weight) => Of(All.Modes, mode, weight);

    public static IEnumerable<Passage> OfAccess(string access, float weight) => Of(All.Access, access, weight);

    public static IEnumerable<Passage> OfFree(float weight) => All.Free.Select(name => new Passage(name.Value, name.Key, weight));

    private static IEnumerable<Passage> Of(Dictionary<string, Dictionary<string, string>> names, string word, float weight) =>
        names.TryGetValue(word, out var said) ? said.Select(name => new Passage(name.Value, name.Key, weight)) : [];

    private static byte[] Read()
    {
        using var file = typeof(Names).Assembly.GetManifestResourceStream("Catalogue.names.json")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Known(
        Dictionary<string, Dictionary<string, string>> Kinds,
        Dictionary<string, Dictionary<string, string>> Skills,
        Dictionary<string, Dictionary<string, string>> Access,
        Dictionary<string, Dictionary<string, string>> Modes,
        Dictionary<string, string> Free);
}
