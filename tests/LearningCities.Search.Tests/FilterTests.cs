using CsCheck;

namespace LearningCities.Search.Tests;

/// <summary>Random catalogues, random questions: the index must answer as the simplest loop over a list would.</summary>
public sealed class FilterTests
{
    private sealed record Thing(Guid Id, string Words, string Kind, string[] Tags, int Price, double East);

    private sealed record Asked(string Text, string[] Kinds, string[] Tags, int? MostPrice, double? Metres, int Limit, bool ByPrice);

    private static readonly string[] Vocabulary = ["alma", "körte", "szilva", "barack", "meggy", "dió"];

    private static readonly Gen<Thing> Things =
        from id in Gen.Guid
        from words in Gen.OneOf(Vocabulary).Array[1, 4]
        from kind in Gen.OneOf("a", "b", "c")
        from tags in Gen.OneOf("x", "y", "z").Array[0, 3]
        from price in Gen.Int[0, 5]
        from east in Gen.Double[20, 20.2]
        select new Thing(id, string.Join(' ', words), kind, [.. tags.Distinct()], price, east);

    private static readonly Gen<Asked> Questions =
        from text in Gen.OneOf(["", .. Vocabulary])
        from kinds in Gen.OneOf("a", "b", "c", "d").Array[0, 2]
        from tags in Gen.OneOf("x", "y").Array[0, 2]
        from price in Gen.Int[-1, 5]
        from metres in Gen.Double[-5000, 15000]
        from limit in Gen.Int[1, 7]
        from byPrice in Gen.Bool
        select new Asked(text, kinds, tags, price < 0 ? null : price, metres < 0 ? null : metres, limit, byPrice);

    private static readonly Position Here = new(46.25, 20.1);

    private static readonly Schema<Thing> Known = new Schema<Thing>(thing => thing.Id, thing => [new Passage(thing.Words)])
        .Values("kind", thing => [thing.Kind])
        .Values("tag", thing => thing.Tags)
        .Number("price", thing => thing.Price)
        .Point("place", thing => new Position(46.25, thing.East));

    [Fact]
    public void Filters_facets_order_and_pages_are_those_of_a_simple_loop() =>
        Gen.Select(Things.Array[0, 40], Questions).Sample((things, asked) =>
        {
            var index = new SearchIndex<Thing>(Known);
            foreach (var batch in things.Chunk(7))
            {
                index.Apply(batch, []);
            }

            var expected = Naive([.. things.GroupBy(thing => thing.Id).Select(same => same.Last())], asked);
            var first = index.Search(QueryOf(asked, null));

            Assert.Equal(expected.Found.Count, first.Total);
            Assert.Equal(expected.Kinds, first.Facets["kind"].ToDictionary(c => c.Value, c => c.Things));
            Assert.Equal(expected.Tags, first.Facets["tag"].ToDictionary(c => c.Value, c => c.Things));
            Assert.Equal(expected.Found.Select(t => t.Id).Order(), AllPages(index, asked).Select(t => t.Id).Order());
            if (asked.ByPrice)
            {
                Assert.Equal(expected.Found.Select(t => (t.Price, t.Id)).Order(), AllPages(index, asked).Select(t => (t.Price, t.Id)));
            }
        });

    private static IEnumerable<Thing> AllPages(SearchIndex<Thing> index, Asked asked)
    {
        Mark? after = null;
        do
        {
            var page = index.Search(QueryOf(asked, after));
            foreach (var hit in page.Hits)
            {
                yield return hit.Item;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private static Query QueryOf(Asked asked, Mark? after) => new()
    {
        Text = asked.Text,
        Filters = [.. FiltersOf(asked)],
        Facets = [new("kind"), new("tag")],
        Sort = asked.ByPrice ? Sort.ByFrom("price") : Sort.ByRelevance,
        After = after,
        Limit = asked.Limit,
    };

    private static IEnumerable<Filter> FiltersOf(Asked asked)
    {
        if (asked.Kinds.Length > 0)
        {
            yield return Filter.Any("kind", asked.Kinds);
        }

        if (asked.Tags.Length > 0)
        {
            yield return Filter.Any("tag", asked.Tags);
        }

        if (asked.MostPrice is { } most)
        {
            yield return Filter.Between("price", long.MinValue, most);
        }

        if (asked.Metres is { } metres)
        {
            yield return Filter.Near("place", Here, metres);
        }
    }

    private static List<(string Name, Func<Thing, bool> Admits)> Filters(Asked asked) =>
    [
        ("kind", thing => asked.Kinds.Length == 0 || asked.Kinds.Contains(thing.Kind)),
        ("tag", thing => asked.Tags.Length == 0 || thing.Tags.Any(asked.Tags.Contains)),
        ("price", thing => asked.MostPrice is not { } most || thing.Price <= most),
        ("distance", thing => asked.Metres is not { } metres || Here.To(new(46.25, thing.East)) <= metres),
    ];

    private static (List<Thing> Found, Dictionary<string, int> Kinds, Dictionary<string, int> Tags) Naive(List<Thing> things, Asked asked)
    {
        var matching = things.Where(thing => asked.Text.Length == 0 || thing.Words.Split(' ').Contains(asked.Text)).ToList();
        return (
            Without(null).ToList(),
            Without("kind").GroupBy(thing => thing.Kind).ToDictionary(same => same.Key, same => same.Count()),
            Without("tag").SelectMany(thing => thing.Tags).GroupBy(tag => tag).ToDictionary(same => same.Key, same => same.Count()));

        IEnumerable<Thing> Without(string? facet) =>
            matching.Where(thing => Filters(asked).TrueForAll(filter => filter.Name == facet || filter.Admits(thing)));
    }

    [Fact]
    public void However_many_facets_are_filtered_each_counts_what_only_it_refuses()
    {
        const int facets = 40;
        var schema = Enumerable.Range(0, facets).Aggregate(
            new Schema<Book>(book => book.Id, book => [new Passage(book.Title, book.Language)]),
            (schema, facet) => schema.Values($"facet{facet}", book => [book.Pages == facet ? "other" : "same"]));
        var shelf = new SearchIndex<Book>(schema);
        shelf.Apply([.. Enumerable.Range(0, facets + 1).Select(number => new Book(Shelf.Number(number), "Robotika", Pages: number))], []);

        var answer = shelf.Search(new Query
        {
            Facets = [.. Enumerable.Range(0, facets).Select(facet => new Facet($"facet{facet}"))],
            Filters = [.. Enumerable.Range(0, facets).Select(facet => Filter.Any($"facet{facet}", "same"))],
        });

        Assert.Equal(1, answer.Total);
        Assert.All(Enumerable.Range(0, facets), facet => Assert.Equal([new("other", 1), new Count("same", 1)], answer.Facets[$"facet{facet}"]));
    }
}
