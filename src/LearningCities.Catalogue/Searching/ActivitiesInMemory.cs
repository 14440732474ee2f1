using System.Collections.Concurrent;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching;

/// <summary>
/// The index in this process's memory, each city by itself: another city's words neither weigh on a city's results nor
/// correct its people's typing.
/// </summary>
/// <param name="folder">Where snapshots are kept; null where every process reads the table from the beginning.</param>
internal sealed class ActivitiesInMemory(string? folder = null) : IActivityIndex
{
    private static readonly Schema<IndexedActivity> Known =
        new Schema<IndexedActivity>(activity => activity.Id, activity => activity.Passages())
            .Values("kind", activity => [activity.Kind])
            .Values("mode", activity => [activity.Mode])
            .Values("district", activity => activity.Venue is { District.Length: > 0 } venue ? [venue.District] : [])
            .Values("language", activity => activity.Languages)
            .Values("skill", activity => activity.Skills)
            .Values("access", activity => activity.Access)
            .Values("organisation", activity => [activity.OrganisationId.ToString()])
            .Number("price", activity => activity.Price.Amount)
            .Period("when", activity => (activity.StartsAt, activity.EndsAt))
            .Point("place", activity => activity.Position)
            .Kept(KeptActivity.Write, KeptActivity.Read, Names.Fingerprint);

    private readonly ConcurrentDictionary<Guid, SearchIndex<IndexedActivity>> _cities = new();

    public bool IsShared => false;

    public bool IsKept => folder is not null;

    public Task Apply(Guid city, IReadOnlyCollection<IndexedActivity> changed, CancellationToken cancellation)
    {
        Apply(_cities.GetOrAdd(city, _ => new(Known)), changed);
        return Task.CompletedTask;
    }

    public Task<string?> Load(Guid city, CancellationToken cancellation)
    {
        if (folder is null || SearchIndex.Load(Known, FileOf(city)) is not { } kept)
        {
            return Task.FromResult<string?>(null);
        }

        _cities[city] = kept.Index;
        return Task.FromResult<string?>(kept.Note);
    }

    public Task Keep(Guid city, string position, CancellationToken cancellation)
    {
        if (folder is not null && _cities.TryGetValue(city, out var index))
        {
            index.Save(FileOf(city), position);
        }

        return Task.CompletedTask;
    }

    public Task Forget(Guid city, CancellationToken cancellation)
    {
        _cities.TryRemove(city, out _);
        return Task.CompletedTask;
    }

    public Task<INewIndex> Anew(Guid city, CancellationToken cancellation) =>
        Task.FromResult<INewIndex>(new NewIndex(index => _cities[city] = index));

    public Task<IndexSize> Measure(Guid city, CancellationToken cancellation) => Task.FromResult(
        _cities.TryGetValue(city, out var index) && index.Figures is var figures ? new IndexSize(figures.Things, figures.Bytes) : default);

    public Task<string?> Complaint(CancellationToken cancellation) => Task.FromResult<string?>(null);

    // Nothing is kept for a city nobody has published in: anyone can ask for any.
    public Task<Answer<IndexedActivity>> Find(Guid city, ActivityQuestion question, CancellationToken cancellation) =>
        Task.FromResult((_cities.TryGetValue(city, out var index) ? index : new(Known)).Search(QueryOf(question)));

    public Task<IReadOnlyList<string>> WordsFrom(Guid city, string typed, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(
            _cities.TryGetValue(city, out var index) ? [.. index.Suggest(typed, most).Select(suggestion => suggestion.Word)] : []);

    public Task<Explanation?> Explain(Guid city, Guid activity, ActivityQuestion question, CancellationToken cancellation) =>
        Task.FromResult(_cities.TryGetValue(city, out var index) ? index.Explain(QueryOf(question), activity) : null);

    private static Query QueryOf(ActivityQuestion question) => new()
    {
        Text = question.Text,
        Language = question.Language,
        Scope = [Filter.NotOver("when", question.Now)],
        Filters = [.. Filters(question)],
        Facets = [.. Facets(question)],
        Sort = SortOf(question),
        Enough = ActivityQuestion.Enough,
        After = question.After,
        Limit = question.Limit,
    };

    private static void Apply(SearchIndex<IndexedActivity> index, IReadOnlyCollection<IndexedActivity> changed) =>
        index.Apply(changed.Where(a => !a.Cancelled), changed.Where(a => a.Cancelled).Select(a => a.Id));

    private string FileOf(Guid city) => Path.Combine(folder!, $"catalogue-{city}.index");

    private static IEnumerable<Filter> Filters(ActivityQuestion asked)
    {
        if (asked.NamedDays.Count > 0)
        {
            yield return Filter.During("when", [.. asked.NamedDays.Select(days => (days.From, days.To))]);
        }

        if (asked.Days is { } days)
        {
            yield return Filter.During("when", (days.From, days.To));
        }

        if (asked.MaxPrice is { } most)
        {
            yield return Filter.Between("price", long.MinValue, most);
        }

        if (asked.WithinMetres is { } metres && asked.Near is { } here)
        {
            yield return Filter.Near("place", here, metres);
        }

        if (asked.Box is { } box)
        {
            yield return Filter.Inside("place", box.South, box.West, box.North, box.East);
        }

        foreach (var (name, wanted) in Lists(asked).Where(list => list.Wanted.Count > 0))
        {
            yield return Filter.Any(name, wanted);
        }
    }

    private static IEnumerable<Facet> Facets(ActivityQuestion asked) =>
    [
        .. Lists(asked).Where(list => list.Name != "organisation").Select(list => new Facet(list.Name)),
        new("price", [("free", 0, 1), ("paid", 1, null)]),
        new("when",
        [
            .. asked.DaysToCount.Select(days => Facet.Time(days.Name, days.Window.From, days.Window.To)),
            Facet.None("any-time"),
        ]),
    ];

    private static IEnumerable<(string Name, IReadOnlyList<string> Wanted)> Lists(ActivityQuestion asked) =>
    [
        ("kind", asked.Kinds),
        ("mode", asked.Modes),
        ("district", asked.Districts),
        ("language", asked.Languages),
        ("skill", asked.Skills),
        ("access", asked.Access),
        ("organisation", [.. asked.Organisations.Select(organisation => organisation.ToString())]),
    ];

    private static Sort SortOf(ActivityQuestion asked) => asked.Sort switch
    {
        "distance" when asked.Near is { } here => Sort.ByDistance("place", here),
        "date" or "distance" => Sort.Soonest("when", asked.Now),
        _ => Sort.ByRelevance,
    };

    private sealed class NewIndex(Action<SearchIndex<IndexedActivity>> takePlace) : INewIndex
    {
        private readonly SearchIndex<IndexedActivity> _index = new(Known);

        public Task Apply(IReadOnlyCollection<IndexedActivity> changed, CancellationToken cancellation)
        {
            ActivitiesInMemory.Apply(_index, changed);
            return Task.CompletedTask;
        }

        public Task<int> TakePlace(CancellationToken cancellation)
        {
            takePlace(_index);
            return Task.FromResult(_index.Count);
        }
    }
}
