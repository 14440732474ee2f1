using CsCheck;

namespace LearningCities.Search.Tests;

/// <summary>Random catalogues that change, and questions of any kind: whatever a text finds, filters, facets and pages treat it alike.</summary>
public sealed class RandomCatalogueTests
{
    private sealed record Thing(Guid Id, string Title, string Text, string[] Tags, long? Price, int? Begins, int? Days);

    private sealed record Changes(Thing[][] Put, int[] Removed);

    private sealed record Asked(string Text, string[] Tags, long? MostPrice, (int From, int To)? Days, int Today, int Limit, int Enough);

    private static readonly string[] Vocabulary = ["alma", "almák", "körte", "körtével", "szilvafa", "szilvás", "barack", "dió", "a", "és", "diófa", "almafa"];

    private static readonly Gen<string> Texts = Gen.OneOf(Vocabulary).Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Typed =
        Gen.OneOf(["", "alma körte", "szilvafa dió", "szivlafa", "barakc alma", "kortevel", "alm", "\"alma körte\"", "alma -dió", "hol a dió", .. Vocabulary]);

    private static readonly Gen<Thing> Things =
        from id in Gen.Int[0, 30]
        from title in Texts
        from text in Texts
        from tags in Gen.OneOf("x", "y", "z").Array[0, 3]
        from price in Gen.Long[-1, 4]
        from begins in Gen.Int[-1, 9]
        from days in Gen.Int[-1, 3]
        select new Thing(Shelf.Number(id), title, text, [.. tags.Distinct()], price < 0 ? null : price, begins < 0 ? null : begins, days < 0 ? null : days);

    private static readonly Gen<Changes> Catalogues =
        from put in Things.Array[0, 12].Array[0, 5]
        from removed in Gen.Int[0, 30].Array[0, 10]
        select new Changes(put, removed);

    private static readonly Gen<Asked> Questions =
        from text in Typed
        from tags in Gen.OneOf("x", "y", "w").Array[0, 2]
        from price in Gen.Long[-1, 4]
        from day in Gen.Int[-1, 9]
        from long_ in Gen.Int[1, 4]
        from today in Gen.Int[-1, 5]
        from limit in Gen.Int[1, 6]
        from enough in Gen.Int[1, 6]
        select new Asked(text, tags, price < 0 ? null : price, day < 0 ? null : (day, day + long_), today, limit, enough);

    private static readonly (string Value, long? From, long? To)[] Prices = [("free", 0, 1), ("paid", 1, null), ("unknown", null, null)];

    private static readonly Schema<Thing> Known = new Schema<Thing>(
            thing => thing.Id, thing => [new Passage(thing.Title, "hu", Weight: 4), new Passage(thing.Text, "hu")])
        .Values("tag", thing => thing.Tags)
        .Number("price", thing => thing.Price)
        .Period("when", thing => (thing.Begins is { } begins ? Day(begins) : null, thing.Begins + thing.Days is { } ends ? Day(ends) : null));

    [Fact]
    public void Filters_and_facets_are_those_of_a_simple_loop_over_what_a_text_finds() => Gen.Select(Catalogues, Questions).Sample((changes, asked) =>
    {
        var (index, _) = Made(changes);
        var all = index.Search(QueryOf(asked) with { Filters = [], Limit = 1000 }).Hits.Select(hit => hit.Item).ToList();

        var answer = index.Search(QueryOf(asked) with { Limit = 1000 });

        Assert.Equal(Ids(Without(null)), Ids(answer.Hits.Select(hit => hit.Item)));
        Assert.Equal(answer.Hits.Count, answer.Total);
        Assert.Equal(
            Without("tag").SelectMany(thing => thing.Tags).CountBy(tag => tag).ToDictionary(), answer.Facets["tag"].ToDictionary(c => c.Value, c => c.Things));
        Assert.Equal(
            Prices.ToDictionary(window => window.Value, window => Without("price").Count(thing => IsIn(thing.Price, window))).Where(count => count.Value > 0).ToDictionary(),
            answer.Facets["price"].ToDictionary(c => c.Value, c => c.Things));

        IEnumerable<Thing> Without(string? facet) =>
            all.Where(thing => Naive(asked).TrueForAll(filter => filter.Name == facet || filter.Admits(thing)));
    });

    [Fact]
    public void What_is_removed_or_over_is_never_found() => Gen.Select(Catalogues, Questions).Sample((changes, asked) =>
    {
        var (index, living) = Made(changes);

        var found = index.Search(QueryOf(asked) with { Limit = 1000 }).Hits.Select(hit => hit.Item).ToList();

        Assert.Equal(living.Count, index.Count);
        Assert.All(found, thing => Assert.Same(living[thing.Id], thing));
        Assert.All(found, thing => Assert.True(thing.Begins is null || thing.Days is null || thing.Begins + thing.Days > asked.Today));
        if (asked.Text.Length == 0)
        {
            Assert.Equal(Ids(living.Values.Where(thing => IsGoingOn(thing, asked) && Naive(asked).TrueForAll(filter => filter.Admits(thing)))), Ids(found));
        }
    });

    [Fact]
    public void The_order_is_the_same_each_time_on_pages_and_however_things_came_in() => Gen.Select(Catalogues, Questions).Sample((changes, asked) =>
    {
        var (index, living) = Made(changes with { Removed = [] });
        var whole = index.Search(QueryOf(asked) with { Limit = 1000 }).Hits.Select(hit => (hit.Item.Id, hit.Score)).ToList();

        Assert.Equal(whole, index.Search(QueryOf(asked) with { Limit = 1000 }).Hits.Select(hit => (hit.Item.Id, hit.Score)));
        Assert.Equal(whole.Select(hit => hit.Id), Paged(index, asked));
        Assert.Equal(whole.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id), whole);
        if (changes.Put.Sum(some => some.Length) == living.Count) // nothing was replaced: what is dead is still weighed
        {
            var (together, apart) = (new SearchIndex<Thing>(Known), new SearchIndex<Thing>(Known));
            together.Apply(living.Values, []);
            living.Values.Reverse().ToList().ForEach(thing => apart.Apply([thing], []));
            Assert.Equal(Paged(together, asked), Paged(apart, asked));
        }
    });

    private static (SearchIndex<Thing> Index, Dictionary<Guid, Thing> Living) Made(Changes changes)
    {
        var (index, living) = (new SearchIndex<Thing>(Known), new Dictionary<Guid, Thing>());
        foreach (var some in changes.Put)
        {
            index.Apply(some, []);
            Array.ForEach(some, thing => living[thing.Id] = thing);
        }

        index.Apply([], changes.Removed.Select(Shelf.Number));
        Array.ForEach(changes.Removed, number => living.Remove(Shelf.Number(number)));
        return (index, living);
    }

    private static List<Guid> Paged(SearchIndex<Thing> index, Asked asked)
    {
        var ids = new List<Guid>();
        for (Mark? after = null; ;)
        {
            var page = index.Search(QueryOf(asked) with { After = after });
            ids.AddRange(page.Hits.Select(hit => hit.Item.Id));
            if ((after = page.Next) is null)
            {
                return ids;
            }
        }
    }

    private static Query QueryOf(Asked asked) => new()
    {
        Text = asked.Text,
        Scope = [Filter.NotOver("when", Day(asked.Today))],
        Filters = [.. Filters(asked)],
        Facets = [new("tag"), new("price", Prices)],
        Limit = asked.Limit,
        Enough = asked.Enough,
    };

    private static IEnumerable<Filter> Filters(Asked asked)
    {
        if (asked.Tags.Length > 0)
        {
            yield return Filter.Any("tag", asked.Tags);
        }

        if (asked.MostPrice is { } most)
        {
            yield return Filter.Between("price", long.MinValue, most);
        }

        if (asked.Days is { } days)
        {
            yield return Filter.During("when", (Day(days.From), Day(days.To)));
        }
    }

    private static List<(string Name, Func<Thing, bool> Admits)> Naive(Asked asked) =>
    [
        ("tag", thing => asked.Tags.Length == 0 || thing.Tags.Any(asked.Tags.Contains)),
        ("price", thing => asked.MostPrice is not { } most || thing.Price <= most),
        ("when", thing => asked.Days is not { } days
            || (thing.Begins < days.To && (thing.Days is null || thing.Begins + thing.Days > days.From || thing.Begins >= days.From))),
    ];

    private static bool IsGoingOn(Thing thing, Asked asked) => thing.Begins is null || thing.Days is null || thing.Begins + thing.Days > asked.Today;

    private static bool IsIn(long? price, (string Value, long? From, long? To) window) =>
        window.From is { } from ? price >= from && (window.To is not { } to || price < to) : price is null;

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 10, 8, 0, 0, 0, TimeSpan.Zero).AddDays(day);

    private static IEnumerable<Guid> Ids(IEnumerable<Thing> things) => things.Select(thing => thing.Id).Order();
}
