using LearningCities.Search;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>A search as the engine is asked for it.</summary>
internal sealed class EngineQuestion(ActivityQuestion asked, Question question, Understood understood)
{
    /// <summary>An engine refuses more than 1,024 clauses; the filters need some.</summary>
    private const int MostClauses = 900;

    /// <summary>A sum of the engine's may be larger than ours by that, and must not be taken for more than half for it.</summary>
    private const double ALittle = 1e-5;

    private readonly List<UnderstoodWord> _words = [.. understood.Words.Where(word => word.Shares.Count > 0)];
    private readonly IReadOnlyList<(string Facet, object Filter)> _soft = EngineFilters.Soft(asked);

    /// <summary>Words were asked for, and nothing has any of them.</summary>
    public bool IsHopeless => !question.IsEmpty && _words.Count == 0;

    public int Words => _words.Count;

    /// <summary>
    /// So many with all words are enough. Who put words in quotes wants them so, or, where nothing has them so, whatever there is.
    /// </summary>
    public int Enough => question.Phrases.Count > 0 ? 1 : ActivityQuestion.Enough;

    private bool IsByRelevance => EngineOrder.Of(asked) is EngineOrder.By.Relevance;

    /// <summary>What has all words; where it is said how rare the words of the best are that has not all, also what has some.</summary>
    public object Search(double? rarest = null) => new
    {
        size = asked.Limit + 1,
        track_total_hits = true,
        _source = new[] { "item" },
        query = Query(rarest),
        post_filter = EngineFilters.All(_soft.Select(soft => soft.Filter)),
        aggs = EngineFilters.Facets(asked).ToDictionary(facet => facet.Facet, Counted),
        sort = EngineOrder.Sort(asked),
        search_after = asked.After is { } mark ? EngineOrder.After(asked, mark) : null,
    };

    /// <summary>
    /// The best of what can be found at all and has some of the words, and how many have all. Of those what is not wanted counts, too:
    /// they are there, and left out.
    /// </summary>
    public object Some() => new
    {
        size = 1,
        track_total_hits = false,
        _source = false,
        query = ByRarity(EngineFilters.All(EngineFilters.Scope(asked), Having(1))),
        post_filter = EngineFilters.All([EngineFilters.Not(Having(Words)), .. Unwanted()]),
        aggs = new { all = new { filter = Having(Words) } },
    };

    private object Counted((string Facet, object Counts) facet) => new
    {
        filter = EngineFilters.All(_soft.Where(soft => soft.Facet != facet.Facet).Select(soft => soft.Filter)),
        aggs = new { counts = facet.Counts },
    };

    private object Query(double? rarest)
    {
        IEnumerable<object> texts = rarest is { } most ? [ByRarity(Having(1), most * Understood.LeastBesideBest * (1 + ALittle))]
            : _words.Count == 0 ? []
            : [Having(Words), .. question.Phrases.Select(Phrase)];
        var query = new
        {
            @bool = new
            {
                filter = new[] { EngineFilters.Scope(asked) }.Concat(EngineFilters.Hard(asked)).Concat(texts).Concat(Unwanted()),
                should = IsByRelevance ? _words.Select(Worth) : EngineOrder.Groups(asked),
            },
        };
        return rarest is not null && IsByRelevance ? ByShare(query) : query;
    }

    /// <summary>Scored by how rare the words are that a thing has; what is less rare than that is left out.</summary>
    private object ByRarity(object query, double? least = null) => new
    {
        function_score = new { query, functions = Weights(1), score_mode = "sum", boost_mode = "replace", min_score = least },
    };

    /// <summary>What a thing is worth, times its words' share of the rarity of all.</summary>
    private object ByShare(object query) => new
    {
        function_score = new { query, functions = Weights(_words.Sum(word => word.Rarity)), score_mode = "sum", boost_mode = "multiply" },
    };

    private IEnumerable<object> Weights(float of) => _words.Select(word => new { filter = Having(word), weight = word.Rarity / of });

    private IEnumerable<object> Unwanted() =>
        understood.Unwanted.Count == 0 ? [] : [EngineFilters.Not(EngineFilters.Any("families", understood.Unwanted))];

    private object Having(int many) => new
    {
        @bool = new
        {
            should = _words.Select(Having),
            minimum_should_match = many,
        },
    };

    private static object Having(UnderstoodWord word) => EngineFilters.Any("families", word.Shares.Select(share => share.Family).Distinct());

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
