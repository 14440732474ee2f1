using System.Collections.Concurrent;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching;

/// <summary>
/// The index in this process's memory, each city by itself: another city's words neither weigh on a city's results nor
/// correct its people's typing.
/// </summary>
internal sealed class ActivitiesInMemory : IActivityIndex
{
    // More milliseconds than any day that can be typed in is away, and still exact in a double.
    private const double FarAway = 1e15;

    private readonly ConcurrentDictionary<Guid, SearchIndex<IndexedActivity>> _cities = new();

    public void Apply(Guid city, IReadOnlyCollection<IndexedActivity> changed) => _cities
        .GetOrAdd(city, _ => NewIndex())
        .Apply(changed.Where(a => !a.Cancelled), changed.Where(a => a.Cancelled).Select(a => a.Id));

    // Nothing is kept for a city nobody has published in: anyone can ask for any.
    public Answer<IndexedActivity> Find(Guid city, ActivityQuestion question) =>
        (_cities.TryGetValue(city, out var index) ? index : NewIndex()).Search(new Query<IndexedActivity>
        {
            Text = question.Text,
            Language = question.Language,
            Scope = activity => activity.EndsAt is null || activity.EndsAt > question.Now,
            Filters = [.. Filters(question)],
            Facets = [.. Facets(question)],
            Key = KeyOf(question),
            After = question.After,
            Limit = question.Limit,
        });

    private static SearchIndex<IndexedActivity> NewIndex() => new(activity => activity.Id, activity => activity.Passages());

    private static IEnumerable<Filter<IndexedActivity>> Filters(ActivityQuestion asked)
    {
        if (asked.NamedDays.Count > 0)
        {
            yield return new("when", a => asked.NamedDays.Any(days => days.Overlaps(a.StartsAt, a.EndsAt)));
        }

        if (asked.Days is { } days)
        {
            yield return new("when", a => days.Overlaps(a.StartsAt, a.EndsAt));
        }

        if (asked.MaxPrice is { } most)
        {
            yield return new("price", a => a.Price.Amount <= most);
        }

        if (asked.WithinMetres is { } metres && asked.Near is { } here)
        {
            yield return new("distance", a => a.Position is { } there && here.To(there) <= metres);
        }

        if (asked.Organisations.Count > 0)
        {
            yield return new("organisation", a => asked.Organisations.Contains(a.OrganisationId));
        }

        foreach (var (name, wanted, values) in Lists(asked).Where(list => list.Wanted.Count > 0))
        {
            yield return new(name, a => values(a).Any(wanted.Contains));
        }
    }

    private static IEnumerable<Facet<IndexedActivity>> Facets(ActivityQuestion asked) =>
    [
        .. Lists(asked).Select(list => new Facet<IndexedActivity>(list.Name, list.Values)),
        new("price", a => [a.Price.Amount == 0 ? "free" : "paid"]),
        new("when", a => a.StartsAt is null
            ? ["any-time"]
            : asked.DaysToCount.Where(days => days.Window.Overlaps(a.StartsAt, a.EndsAt)).Select(days => days.Name)),
    ];

    private static IEnumerable<(string Name, IReadOnlyList<string> Wanted, Func<IndexedActivity, IEnumerable<string>> Values)> Lists(
        ActivityQuestion asked) =>
    [
        ("kind", asked.Kinds, a => [a.Kind]),
        ("mode", asked.Modes, a => [a.Mode]),
        ("district", asked.Districts, a => a.Venue is { District.Length: > 0 } venue ? [venue.District] : []),
        ("language", asked.Languages, a => a.Languages),
        ("skill", asked.Skills, a => a.Skills),
        ("access", asked.Access, a => a.Access),
    ];

    /// <summary>What is still to begin, soonest first; then what has begun and goes on; then what can be begun at any time.</summary>
    private static double Begins(DateTimeOffset? startsAt, DateTimeOffset now) => startsAt?.ToUnixTimeMilliseconds() switch
    {
        null => double.MaxValue,
        { } at when startsAt < now => at + FarAway,
        { } at => at,
    };

    private static Func<IndexedActivity, double, double> KeyOf(ActivityQuestion asked) => asked.Sort switch
    {
        "date" => (a, _) => Begins(a.StartsAt, asked.Now),
        "distance" => (a, _) => a.Position is { } there && asked.Near is { } here ? here.To(there) : double.MaxValue,
        _ => (_, score) => -score,
    };
}
