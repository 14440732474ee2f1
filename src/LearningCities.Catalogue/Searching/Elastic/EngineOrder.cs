using System.Text.Json;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>In which order hits come, and where a page ended. Equal ones are ordered by id.</summary>
internal static class EngineOrder
{
    // Groups of an order by date: what is still to begin, what has begun, what has no day. A mark holds the group and the
    // millisecond in one number that is exact.
    private const double GroupOfMark = 1e15;
    private const long NoDay = long.MaxValue;

    public enum By { Relevance, Date, Distance }

    public static By Of(ActivityQuestion asked) => asked.Sort switch
    {
        "distance" when asked.Near is not null => By.Distance,
        "date" or "distance" => By.Date,
        _ => By.Relevance,
    };

    public static object[] Sort(ActivityQuestion asked) => Of(asked) switch
    {
        By.Relevance => [new { _score = "desc" }, new { id = "asc" }],
        By.Distance =>
        [
            new
            {
                _geo_distance = new { place = new { lat = asked.Near!.Value.Latitude, lon = asked.Near.Value.Longitude }, order = "asc", unit = "m" },
            },
            new { id = "asc" },
        ],
        _ => [new { _score = "desc" }, new { begins = new { order = "asc", missing = "_last" } }, new { id = "asc" }],
    };

    /// <summary>What puts hits into the groups of their order.</summary>
    public static IEnumerable<object> Groups(ActivityQuestion asked) => Of(asked) is By.Date
        ? [Group(new { gte = Instants.Of(asked.Now) }, 2), Group(new { lt = Instants.Of(asked.Now) }, 1)]
        : [];

    public static object[] After(ActivityQuestion asked, Mark mark) => Of(asked) switch
    {
        By.Relevance => [-mark.Key, mark.Id],
        By.Distance => [mark.Key == double.MaxValue ? "Infinity" : mark.Key, mark.Id],
        _ when mark.Key >= 2 * GroupOfMark => [0, NoDay, mark.Id],
        _ when mark.Key >= GroupOfMark / 2 => [1, (long)(mark.Key - GroupOfMark), mark.Id],
        _ => [2, (long)mark.Key, mark.Id],
    };

    /// <summary>The key of a hit, by what it was sorted by.</summary>
    public static double Key(ActivityQuestion asked, JsonElement sorted) => Of(asked) switch
    {
        By.Relevance => -sorted[0].GetDouble(),
        By.Distance => sorted[0].ValueKind is JsonValueKind.Number ? sorted[0].GetDouble() : double.MaxValue, // "Infinity"
        _ => sorted[0].GetDouble() switch
        {
            > 1.5 => sorted[1].GetInt64(),
            > 0.5 => sorted[1].GetInt64() + GroupOfMark,
            _ => 2 * GroupOfMark,
        },
    };

    private static object Group(object limits, int boost) =>
        new { constant_score = new { filter = EngineFilters.Range("from", limits), boost } };
}
