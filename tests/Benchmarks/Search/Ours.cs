using LearningCities.Search;

namespace LearningCities.Benchmarks.Search;

/// <summary>The suite's own engine, with everything on.</summary>
internal sealed class Ours : IPeer
{
    private const int Batch = 65_536;
    private static readonly string[] Facets = ["kind", "audience", "price", "category"];
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(60);

    private Catalogue _catalogue = null!;
    private SearchIndex<int> _index = null!;

    public string Name => "ours";

    public int Most => 1000;

    public Built Build(Catalogue catalogue, Action<string> progress)
    {
        _catalogue = catalogue;
        Thing? last = null;
        Thing Of(int number) => last?.Number == number ? last : last = catalogue[number];
        _index = new SearchIndex<int>(Schema<int>(Catalogue.IdOf, Of));
        var (before, seconds) = (Memory(), 0.0);
        for (var from = 0; from < catalogue.Size; from += Batch)
        {
            // What it costs to make up the texts is not the index's.
            var numbers = Enumerable.Range(from, Math.Min(Batch, catalogue.Size - from)).ToArray();
            var making = Processor.ProcessSeconds;
            Array.ForEach(numbers, number => _ = catalogue[number]);
            var made = Processor.ProcessSeconds;
            _index.Apply(numbers, []);
            seconds += Processor.ProcessSeconds - made - (made - making);
            progress($"{from + numbers.Length:N0}");
        }

        _index.Settle().GetAwaiter().GetResult();
        return new Built(seconds, _index.Figures.Bytes, Memory() - before);
    }

    /// <summary>What the engine knows of a thing that has these texts and values.</summary>
    public static Schema<T> Schema<T>(Func<T, Guid> id, Func<T, Thing> of) => new Schema<T>(
            id, thing => [new(of(thing).Title, of(thing).Language, 4), new(of(thing).Text, of(thing).Language)])
        .Values("kind", thing => [of(thing).Kind])
        .Values("audience", thing => [of(thing).Audience])
        .Values("price", thing => [of(thing).Price])
        .Values("category", thing => of(thing).Category)
        .Period("when", thing => (Now.AddDays(of(thing).Starts), Now.AddDays(of(thing).Starts)))
        .Point("where", thing => new Position(of(thing).Latitude, of(thing).Longitude));

    public Asked Ask(QuestionClass asked)
    {
        var (costs, found, first, twenty) = (new List<double>(), 0L, 0, 0);
        var queries = asked.Questions.Select(question => Query(asked, question)).ToList();
        foreach (var _ in Asked.Rounds())
        {
            (found, first, twenty) = (0, 0, 0);
            costs.Clear();
            for (var i = 0; i < queries.Count; i++)
            {
                var begun = Processor.Microseconds;
                if (asked.Name == "autocomplete")
                {
                    found += _index.Suggest(asked.Questions[i].Text).Count;
                    costs.Add(Processor.Microseconds - begun);
                    continue;
                }

                var answer = _index.Search(queries[i]);
                costs.Add(Processor.Microseconds - begun);
                found += answer.Total;
                if (asked.Name == "typo")
                {
                    var place = answer.Hits.Select(hit => hit.Item).TakeWhile(item => !Has(item, asked.Questions[i].Intended)).Count();
                    first += answer.Hits.Count > 0 && place == 0 ? 1 : 0;
                    twenty += place < answer.Hits.Count ? 1 : 0;
                }
            }
        }

        return Asked.Of(costs, found, first, twenty);
    }

    public void Dispose() => _index = null!;

    /// <summary>Whether a thing has a word, with whatever ending.</summary>
    private bool Has(int number, string word) =>
        Words.Of($"{_catalogue[number].Title} {_catalogue[number].Text}").Exists(one => one.Term.StartsWith(word, StringComparison.Ordinal));

    public static Query Query(QuestionClass asked, Question question) => new()
    {
        Text = question.Text,
        Snippets = false, // the others show none
        Facets = asked.Facets ? [.. Facets.Select(name => new Facet(name))] : [],
        Filters = [.. Filters(question)],
    };

    private static IEnumerable<Filter> Filters(Question question)
    {
        if (question.Metres > 0)
        {
            yield return Filter.Near("where", new Position(question.Latitude, question.Longitude), question.Metres);
            yield return Filter.During("when", (Now.AddDays(question.FromDay), Now.AddDays(question.ToDay)));
        }

        if (question.Category.Length > 0)
        {
            yield return Filter.Any("category", question.Category);
            yield return Filter.Inside("where", question.Latitude - 0.05, question.Longitude - 0.08, question.Latitude + 0.05, question.Longitude + 0.08);
        }
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
