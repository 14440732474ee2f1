using LearningCities.Search;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>A search as the engine is asked for it.</summary>
internal sealed class EngineQuestion(ActivityQuestion asked, Question question, Understood understood)
{
    /// <summary>An engine refuses more than 1,024 clauses; the filters need some.</summary>
    private const int MostClauses = 900;

    private readonly List<UnderstoodWord> _words = [.. understood.Words.Where(word => word.Shares.Count > 0)];
    private readonly IReadOnlyList<(string Facet, object Filter)> _soft = EngineFilters.Soft(asked);

    /// <summary>Words were asked for, and nothing has any of them.</summary>
    public bool IsHopeless => !question.IsEmpty && _words.Count == 0;

    public int Words => _words.Count;

    private bool IsByRelevance => EngineOrder.Of(asked) is EngineOrder.By.Relevance;

    /// <summary>What has so many of the words; all of them where null is said.</summary>
    public object Search(int? atLeast = null) => new
    {
        size = asked.Limit + 1,
        track_total_hits = true,
        _source = new[] { "item" },
        query = Query(atLeast),
        post_filter = EngineFilters.All(_soft.Select(soft => soft.Filter)),
        aggs = EngineFilters.Facets(asked).ToDictionary(facet => facet.Facet, Counted),
        sort = EngineOrder.Sort(asked),
        search_after = asked.After is { } mark ? EngineOrder.After(asked, mark) : null,
    };

    /// <summary>
    /// How many that can be found at all have one of the words, two, and so on to all. Of those with all of them what is not wanted
    /// counts, too: they are there, and left out.
    /// </summary>
    public object Counts() => new
    {
        size = 0,
        track_total_hits = false,
        query = EngineFilters.All(EngineFilters.Scope(asked)),
        aggs = Enumerable.Range(1, Words).ToDictionary(
            many => $"{many}",
            many => (object)new { filter = many == Words ? Having(many) : EngineFilters.All([Having(many), .. Unwanted()]) }),
    };

    private object Counted((string Facet, object Counts) facet) => new
    {
        filter = EngineFilters.All(_soft.Where(soft => soft.Facet != facet.Facet).Select(soft => soft.Filter)),
        aggs = new { counts = facet.Counts },
    };

    private object Query(int? atLeast)
    {
        IEnumerable<object> words = _words.Count == 0 ? [] : [Having(atLeast ?? Words)];
        var phrases = atLeast is null ? question.Phrases.Select(Phrase) : [];
        return new
        {
            @bool = new
            {
                filter = new[] { EngineFilters.Scope(asked) }.Concat(EngineFilters.Hard(asked)).Concat(words).Concat(phrases).Concat(Unwanted()),
                should = IsByRelevance ? _words.Select(Worth) : EngineOrder.Groups(asked),
            },
        };
    }

    private IEnumerable<object> Unwanted() =>
        understood.Unwanted.Count == 0 ? [] : [EngineFilters.Not(EngineFilters.Any("families", understood.Unwanted))];

    private object Having(int many) => new
    {
        @bool = new
        {
            should = _words.Select(word => EngineFilters.Any("families", word.Shares.Select(share => share.Family).Distinct())),
            minimum_should_match = many,
        },
    };

    private static object Phrase(IReadOnlyList<string> forms) => new { match_phrase = new { said = string.Join(' ', forms) } };

    /// <summary>
    /// What a thing is worth for a word: the best of what it has. Each is a number that does not depend on what else the engine keeps, so
    /// an order is the same on each copy, and a page begins where the last one ended.
    /// </summary>
    private object Worth(UnderstoodWord word)
    {
        var levels = MostClauses / _words.Count;
        var most = word.Shares.Max(share => share.Value) * LearningCities.Search.Worth.Of(LearningCities.Search.Worth.Steps);
        var byLevel =
            from share in word.Shares
            from step in Enumerable.Range(1, LearningCities.Search.Worth.Steps)
            let level = (int)Math.Ceiling(share.Value * LearningCities.Search.Worth.Of(step) / most * levels)
            group EngineDocument.Token(share.Family, share.Written, step) by level;
        return new
        {
            dis_max = new
            {
                queries = byLevel.Select(tokens => new
                {
                    constant_score = new { filter = EngineFilters.Any("worth", tokens), boost = tokens.Key * most / levels },
                }),
            },
        };
    }
}
