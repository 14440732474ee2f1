using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningCities.Web.Look;

/// <summary>
/// The drawings that this page uses. Each is in the page once, at its end, however often it is shown: no request more, and a
/// saved or printed page keeps its pictures.
/// </summary>
internal sealed partial class Drawings
{
    private static readonly FrozenDictionary<string, string> All = Shape()
        .Matches(Encoding.UTF8.GetString(Stylesheets.Read("drawings.svg")))
        .ToFrozenDictionary(shape => shape.Groups["id"].Value, shape => shape.Value);

    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Called when the page uses one that it has not used before.</summary>
    public event Action? Changed;

    public static bool Has(string id) => All.ContainsKey(id);

    public string Use(string id)
    {
        if (!All.ContainsKey(id))
        {
            throw new ArgumentException($"There is no drawing '{id}'.", nameof(id));
        }

        if (_used.Add(id))
        {
            Changed?.Invoke();
        }

        return $"#{id}";
    }

    /// <summary>The drawings themselves.</summary>
    public string Shapes() => _used.Aggregate(new StringBuilder(), (all, id) => all.Append(All[id])).ToString();

    [GeneratedRegex("""^<(?<tag>symbol|g) id="(?<id>[^"]+)".*?</\k<tag>>$""", RegexOptions.Multiline)]
    private static partial Regex Shape();
}
