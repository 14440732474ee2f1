using System.Text.Json;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>What the engine found, as everybody else reads it.</summary>
internal static class EngineAnswer
{
    public static Answer<IndexedActivity> Of(JsonElement answer, ActivityQuestion asked, Vocabulary vocabulary, Understood understood)
    {
        var found = answer.GetProperty("hits").GetProperty("hits").EnumerateArray().ToList();
        var shown = found.Take(asked.Limit).Select(hit => (
            Item: hit.GetProperty("_source").GetProperty("item").Deserialize<IndexedActivity>(JsonSerializerOptions.Web)!,
            Sorted: hit.GetProperty("sort"))).ToList();
        shown.ForEach(hit => vocabulary.Add(hit.Item.Passages()));
        return new(
            [.. shown.Select(hit => new Hit<IndexedActivity>(
                hit.Item, Score(asked, hit.Sorted), understood.SnippetOf(hit.Item.Passages(), asked.Language)))],
            TotalOf(answer),
            answer.GetProperty("aggregations").EnumerateObject().ToDictionary(
                facet => facet.Name, facet => Counts(facet.Value.GetProperty("counts").GetProperty("buckets"))),
            understood.Correction,
            found.Count > asked.Limit && shown is [.., var last] ? new Mark(EngineOrder.Key(asked, last.Sorted), last.Item.Id) : null);
    }

    public static Answer<IndexedActivity> Nothing(ActivityQuestion asked) => new(
        [], 0, EngineFilters.Facets(asked).ToDictionary(facet => facet.Facet, _ => (IReadOnlyList<Count>)[]), null, null);

    public static int TotalOf(JsonElement answer) => answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();

    /// <summary>How rare the words are that the best has of those that have not all; null where so many have all, or nothing any.</summary>
    public static double? RarestOf(JsonElement some, int enough) =>
        some.GetProperty("aggregations").GetProperty("all").GetProperty("doc_count").GetInt32() < enough
            && some.GetProperty("hits").GetProperty("max_score") is { ValueKind: JsonValueKind.Number } most
            ? most.GetDouble()
            : null;

    private static double Score(ActivityQuestion asked, JsonElement sorted) =>
        EngineOrder.Of(asked) is EngineOrder.By.Relevance ? sorted[0].GetDouble() : 0;

    /// <summary>Values come in a list, windows by their names.</summary>
    private static IReadOnlyList<Count> Counts(JsonElement buckets) =>
    [
        .. (buckets.ValueKind is JsonValueKind.Array
            ? buckets.EnumerateArray().Select(bucket => new Count(bucket.GetProperty("key").GetString()!, bucket.GetProperty("doc_count").GetInt32()))
            : buckets.EnumerateObject().Select(bucket => new Count(bucket.Name, bucket.Value.GetProperty("doc_count").GetInt32())))
        .Where(count => count.Things > 0)
        .OrderByDescending(count => count.Things).ThenBy(count => count.Value, StringComparer.Ordinal),
    ];
}
