using System.Runtime.InteropServices;

namespace LearningCities.Search;

/// <summary>Gathers what a search comes by: the best of it for this page, and the counts of all of it.</summary>
internal sealed class Harvest<T>(Query<T> query)
{
    private static readonly Comparer<Mark> LastFirst = Comparer<Mark>.Create((one, other) => Compare(other, one));

    private readonly Dictionary<string, Dictionary<string, int>> _facets =
        query.Facets.ToDictionary(facet => facet.Name, _ => new Dictionary<string, int>());

    // Never more than a page and one: the last of them, on top, gives way to what comes before it.
    private readonly PriorityQueue<(T Item, double Score), Mark> _page = new(LastFirst);
    private int _total;

    public void Take(T item, Guid id, double score)
    {
        var refusing = RefusedBy(item, out var several);
        if (several)
        {
            return;
        }

        foreach (var facet in query.Facets)
        {
            if (refusing is null || refusing == facet.Name)
            {
                Tally(_facets[facet.Name], facet.Values(item));
            }
        }

        if (refusing is null)
        {
            _total++;
            Keep(item, score, new Mark(KeyOf(item, score), id));
        }
    }

    public Answer<T> Answer(Func<T, Snippet?> snippet, Correction? correction)
    {
        var hits = new List<((T Item, double Score) Hit, Mark Mark)>();
        while (_page.TryDequeue(out var hit, out var mark))
        {
            hits.Add((hit, mark));
        }

        hits.Reverse();
        var more = hits.Count > query.Limit;
        var shown = hits.Take(query.Limit).ToList();
        return new Answer<T>(
            [.. shown.Select(hit => new Hit<T>(hit.Hit.Item, hit.Hit.Score, snippet(hit.Hit.Item)))],
            _total,
            _facets.ToDictionary(facet => facet.Key, facet => Ranked(facet.Value)),
            correction,
            more && shown.Count > 0 ? shown[^1].Mark : null);
    }

    /// <summary>The one facet whose filters refuse the thing; null where none does.</summary>
    private string? RefusedBy(T item, out bool several)
    {
        string? refusing = null;
        foreach (var filter in query.Filters)
        {
            if (filter.Name != refusing && !filter.Admits(item))
            {
                if (refusing is not null)
                {
                    several = true;
                    return refusing;
                }

                refusing = filter.Name;
            }
        }

        several = false;
        return refusing;
    }

    private void Keep(T item, double score, Mark mark)
    {
        if (query.After is { } after && Compare(mark, after) <= 0)
        {
            return;
        }

        _page.Enqueue((item, score), mark);
        if (_page.Count > query.Limit + 1)
        {
            _page.Dequeue();
        }
    }

    private double KeyOf(T item, double score) => query.Key(item, score) is var key && double.IsNaN(key) ? double.MaxValue : key;

    private static int Compare(Mark one, Mark other) =>
        one.Key.CompareTo(other.Key) is not 0 and var order ? order : one.Id.CompareTo(other.Id);

    private static void Tally(Dictionary<string, int> counts, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
        }
    }

    private static IReadOnlyList<Count> Ranked(Dictionary<string, int> counts) =>
    [
        .. counts.Select(count => new Count(count.Key, count.Value))
            .OrderByDescending(count => count.Things).ThenBy(count => count.Value, StringComparer.Ordinal),
    ];
}
