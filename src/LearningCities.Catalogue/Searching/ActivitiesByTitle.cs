using System.Collections.Concurrent;
using LearningCities.Catalogue.Activities;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching;

/// <summary>
/// What is found while the index is away: from the table, by titles, skills and places alone. What was read serves for
/// some seconds, so that many who search are little burden to the table.
/// </summary>
internal sealed class ActivitiesByTitle(TimeProvider clock)
{
    /// <summary>Of a larger city, the last that were published: for a while that has to do.</summary>
    private const int Most = 10_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly LocalizedText Unread = new([]);

    private readonly ConcurrentDictionary<Guid, Titles> _cities = new();

    private sealed record Titles(ActivitiesInMemory Index, DateTimeOffset ReadAt);

    public async Task<Answer<IndexedActivity>> Find(CatalogueDb db, ActivityQuestion asked, CancellationToken cancellation)
    {
        if (!_cities.TryGetValue(db.City, out var titles) || clock.GetUtcNow() - titles.ReadAt > Fresh)
        {
            _cities[db.City] = titles = new(await Read(db, asked.Now, cancellation), clock.GetUtcNow());
        }

        var answer = await titles.Index.Find(db.City, asked, cancellation);
        return answer with { Hits = await Whole(db, answer.Hits, cancellation) };
    }

    private static async Task<ActivitiesInMemory> Read(CatalogueDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await db.Activities.AsNoTracking()
            .Where(a => a.CancelledAt == null && (a.EndsAt == null || a.EndsAt > now))
            .OrderByDescending(a => a.PublishedAt).ThenBy(a => a.Id)
            .Take(Most)
            .Select(a => new
            {
                a.Id, a.Title, a.Kind, a.Mode, a.StartsAt, a.EndsAt, a.Price, a.Venue, a.OrganisationId, a.Skills, a.Access, a.Languages,
            })
            .ToListAsync(cancellation);
        var index = new ActivitiesInMemory();
        await index.Apply(
            db.City,
            [.. rows.Select(row => new IndexedActivity(
                row.Id, row.Title, Unread, Unread, row.Kind, row.Mode, row.StartsAt, row.EndsAt, row.Price, row.Venue, row.OrganisationId,
                Unread, row.Skills, row.Access, row.Languages, PlacesLeft: null, Cancelled: false))],
            cancellation);
        return index;
    }

    /// <summary>The hits with all that is shown of them; without those that were cancelled meanwhile.</summary>
    private static async Task<IReadOnlyList<Hit<IndexedActivity>>> Whole(
        CatalogueDb db, IReadOnlyList<Hit<IndexedActivity>> hits, CancellationToken cancellation)
    {
        var ids = hits.Select(hit => hit.Item.Id).ToList();
        var rows = await db.Activities.AsNoTracking().Where(a => ids.Contains(a.Id) && a.CancelledAt == null).ToListAsync(cancellation);
        var beside = await Beside.Of(db, rows, cancellation);
        var whole = rows.ToDictionary(activity => activity.Id, activity => IndexedActivity.Of(activity, beside));
        return [.. hits.Where(hit => whole.ContainsKey(hit.Item.Id)).Select(hit => hit with { Item = whole[hit.Item.Id] })];
    }
}
