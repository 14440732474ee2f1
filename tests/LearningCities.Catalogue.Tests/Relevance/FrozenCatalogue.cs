using System.Text.Json;
using LearningCities.Catalogue.Searching;

namespace LearningCities.Catalogue.Tests.Relevance;

/// <summary>
/// The demo catalogue as it was one Thursday morning, in an index. What the demo is today may change; what is judged is this.
/// </summary>
internal sealed class FrozenCatalogue
{
    private static readonly DateTimeOffset Now = new(2026, 10, 8, 7, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, Guid> Cities = new() { ["szeged"] = new(1, 0, 0, new byte[8]), ["ljubljana"] = new(2, 0, 0, new byte[8]) };
    private static readonly CityTime Time = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Budapest"));

    private readonly IActivityIndex _index;
    private readonly Dictionary<Guid, string> _keys;

    public FrozenCatalogue(IActivityIndex index)
    {
        var lines = Data.Lines("catalogue.jsonl").Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!).ToList();
        (_index, _keys) = (index, lines.ToDictionary(line => line.Activity.Id, line => line.Key));
        foreach (var city in lines.GroupBy(line => line.City))
        {
            index.Apply(Cities[city.Key], [.. city.Select(line => line.Activity)], CancellationToken.None).GetAwaiter().GetResult(); // in memory it waits for nobody
        }
    }

    /// <summary>The keys of the first twenty hits.</summary>
    public IReadOnlyList<string> Find(Need need, Typed typed) =>
        [.. _index.Find(Cities[need.City], QuestionOf(need.Filters, typed), CancellationToken.None).GetAwaiter().GetResult().Hits.Select(hit => _keys[hit.Item.Id])];

    private static ActivityQuestion QuestionOf(Filters filters, Typed typed) => new()
    {
        Text = typed.Text,
        Language = typed.Language,
        Now = Now,
        NamedDays = [.. filters.When.Select(days => Time.Named(days, Now))],
        MaxPrice = filters.Free ? 0 : filters.MaxPrice,
        Kinds = filters.Kind,
        Languages = filters.Language,
        Access = filters.Access,
    };

    private sealed record Line(string City, string Key, IndexedActivity Activity);
}
