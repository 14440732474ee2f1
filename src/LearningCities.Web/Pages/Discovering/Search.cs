using System.Globalization;

namespace LearningCities.Web.Pages.Discovering;

/// <summary>What somebody looks for, as her address says it. Words that the catalogue does not know are left out.</summary>
public sealed class Search
{
    private static readonly string[] Once = ["q", "near", "within", "day", "free", "maxPrice", "sort"];
    private static readonly string[] Often =
        ["when", "kind", "language", "access", "mode", "district", "skill", "organisation"];

    private readonly List<KeyValuePair<string, string>> _asked = [];

    private Search(IEnumerable<KeyValuePair<string, string>> asked) => _asked.AddRange(asked);

    public static Search Of(IQueryCollection query) => new(
        Once.SelectMany(name => query[name].Take(1).Select(value => KeyValuePair.Create(name, value?.Trim() ?? "")))
            .Concat(Often.SelectMany(name => query[name].Distinct().Take(20).Select(value => KeyValuePair.Create(name, value?.Trim() ?? ""))))
            .Where(asked => asked.Value.Length is > 0 and <= 200 && IsReadable(asked.Key, asked.Value)));

    public string? this[string name] => _asked.FirstOrDefault(asked => asked.Key == name).Value;

    public bool Has(string name, string value) => _asked.Contains(KeyValuePair.Create(name, value));

    /// <summary>What narrows the list: what is looked for, where and in which order is no filter.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filters => _asked.Where(asked => asked.Key is not ("q" or "near" or "sort" or "within"));

    public Search Without(string name, string? value = null) =>
        new(_asked.Where(asked => asked.Key != name || (value is not null && asked.Value != value)));

    public Search With(string name, string value) => new(Without(name)._asked.Append(KeyValuePair.Create(name, value)));

    public Search WithoutFilters() => new(_asked.Except(Filters));

    /// <summary>For an address: of this page, or of the catalogue.</summary>
    public string Query(params (string Name, string? Value)[] more) => QueryString.Create(
        _asked.Concat(more.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!)))
            .Select(asked => KeyValuePair.Create(asked.Key, (string?)asked.Value))).ToString();

    private static bool IsReadable(string name, string value) => name switch
    {
        "day" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "free" => value == "true",
        "within" => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var km) && km is >= 0.1 and <= 500,
        "maxPrice" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "organisation" => Guid.TryParse(value, out _),
        _ => true,
    };
}
