using System.Text;
using System.Text.Json;
using LearningCities.Search;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>
/// Asks an index for the words it has of a question, until the question is understood: for the words themselves, where few
/// things have them for what begins so and what they may be made of, and where nothing has any of it, or nobody has written it so,
/// for what they may be meant for.
/// </summary>
internal sealed class EngineWords(EngineClient client)
{
    private const int MostSpellings = 100, MostBeginnings = 128, MostNear = 5000, MostCompared = 1000;

    /// <returns>Null where there is no such index.</returns>
    public async Task<(Vocabulary Vocabulary, Understood Understood)?> Understand(
        string index, Question question, object scope, CancellationToken cancellation)
    {
        var vocabulary = new Vocabulary();
        if (question.Words.Count + question.Unwanted.Count == 0)
        {
            return (vocabulary, question.Understand(vocabulary));
        }

        if (await Themselves(index, question, scope, vocabulary, cancellation) is not { } few)
        {
            return null;
        }

        if (few.Count > 0)
        {
            await Parts(index, few, vocabulary, cancellation);
        }

        await Count(index, [], scope, vocabulary, cancellation);
        var understood = question.Understand(vocabulary);
        var slips = question.Words.Zip(understood.Words).Where(pair => !pair.Second.IsAsTyped && pair.First.Rests.Count > 0)
            .Select(pair => pair.First).ToList();
        if (slips.Count > 0)
        {
            await Count(index, await Near(index, slips, vocabulary, cancellation), scope, vocabulary, cancellation);
            understood = question.Understand(vocabulary);
        }

        return (vocabulary, understood);
    }

    /// <returns>The words that few things have; null where there is no index.</returns>
    private async Task<List<AskedWord>?> Themselves(
        string index, Question question, object scope, Vocabulary vocabulary, CancellationToken cancellation)
    {
        var words = question.Words.Concat(question.Unwanted).DistinctBy(word => word.Form).ToList();
        var stems = words.SelectMany(word => word.Stems).Distinct().ToList();
        var counts = new Dictionary<string, object>
        {
            ["things"] = new { global = new { }, aggs = new { all = new { filter = new { exists = new { field = "to" } } } } },
            ["stems"] = Families(stems, scope),
            ["languages"] = new
            {
                terms = new { field = "stem", include = stems, size = stems.Count },
                aggs = new { of = new { terms = new { field = "language", size = MostSpellings } } },
            },
        };
        foreach (var (word, i) in words.Select((word, i) => (word, i)))
        {
            counts[$"word{i}"] = new
            {
                filter = new { term = new { forms = word.Form } },
                aggs = new { found = new { filter = scope }, spelled = Spelled($"{Exactly(word.Form)} .*", MostSpellings) },
            };
        }

        var either = EngineFilters.AnyOf(
            [EngineFilters.Any("forms", words.Select(word => word.Form)), EngineFilters.Any("families", stems), EngineFilters.Any("stem", stems)]);
        if (await Ask(index, either, counts, cancellation) is not { } answer)
        {
            return null;
        }

        vocabulary.Things = answer.GetProperty("things").GetProperty("all").GetProperty("doc_count").GetInt32();
        ReadFamilies(answer.GetProperty("stems"), stems, vocabulary);
        foreach (var stem in answer.GetProperty("languages").GetProperty("buckets").EnumerateArray())
        {
            foreach (var language in stem.GetProperty("of").GetProperty("buckets").EnumerateArray())
            {
                vocabulary.Know(stem.GetProperty("key").GetString()!, language.GetProperty("key").GetString()!);
            }
        }

        var few = new List<AskedWord>();
        foreach (var (word, i) in words.Select((word, i) => (word, i)))
        {
            var known = answer.GetProperty($"word{i}");
            ReadSpelled(known.GetProperty("spelled"), vocabulary);
            if (known.GetProperty("found").GetProperty("doc_count").GetInt32() < AskedWord.Enough)
            {
                few.Add(word);
            }
        }

        return few;
    }

    /// <summary>What goes on from these words, and what they may be made of.</summary>
    private async Task Parts(string index, List<AskedWord> few, Vocabulary vocabulary, CancellationToken cancellation)
    {
        var (words, parts) = (few.FindAll(word => word.CanGoOn), few.SelectMany(word => word.Parts).Distinct().ToList());
        if (words.Count + parts.Count == 0)
        {
            return;
        }

        var prefixes = words.ConvertAll(word => (object)new { prefix = new { forms = word.Form } });
        var counts = words.Select((word, i) => (Name: $"word{i}", Counted: (object)new
        {
            filter = prefixes[i],
            aggs = new { spelled = Spelled($"{Exactly(word.Form)}[^ ].*", MostBeginnings) },
        })).ToDictionary(word => word.Name, word => word.Counted);
        var made = EngineFilters.Any("form", parts);
        counts["parts"] = new { filter = made, aggs = new { words = new { terms = new { field = "spelling", size = MostCompared } } } };
        if (await Ask(index, EngineFilters.AnyOf([.. prefixes, made]), counts, cancellation) is { } answer)
        {
            for (var i = 0; i < words.Count; i++)
            {
                ReadSpelled(answer.GetProperty($"word{i}").GetProperty("spelled"), vocabulary);
            }

            ReadNames(
                answer.GetProperty("parts").GetProperty("words").GetProperty("buckets").EnumerateArray()
                    .Select(bucket => bucket.GetProperty("key").GetString()!),
                vocabulary);
        }
    }

    /// <summary>What words may be meant for, the likest first.</summary>
    private async Task<List<string>> Near(string index, List<AskedWord> slips, Vocabulary vocabulary, CancellationToken cancellation)
    {
        var rests = slips.SelectMany(word => word.Rests).Distinct().Select(EngineDocument.RestOf);
        var question = new { size = MostNear, _source = new[] { "spelling" }, query = EngineFilters.All(EngineFilters.Any("rests", rests)) };
        if (await client.Read($"{index}/_search", question, cancellation) is not { } answer)
        {
            return [];
        }

        var near = answer.GetProperty("hits").GetProperty("hits").EnumerateArray()
            .Select(hit => hit.GetProperty("_source").GetProperty("spelling").GetString()!)
            .Where(spelled => slips.Exists(word => word.CanMean(EngineDocument.ReadSpelled(spelled).Form)))
            .OrderBy(spelled => slips.Min(word => Math.Abs(word.Form.Length - spelled.IndexOf(' ', StringComparison.Ordinal))))
            .ThenBy(spelled => spelled, StringComparer.Ordinal)
            .Take(MostCompared).ToList();
        ReadNames(near, vocabulary);
        return near;
    }

    /// <summary>Counts the families that are not counted yet, and spellings that are known by name only.</summary>
    private async Task Count(string index, List<string> spellings, object scope, Vocabulary vocabulary, CancellationToken cancellation)
    {
        var families = vocabulary.Uncounted;
        if (families.Count + spellings.Count == 0)
        {
            return;
        }

        var either = EngineFilters.AnyOf([EngineFilters.Any("families", families), EngineFilters.Any("spellings", spellings)]);
        var counts = new Dictionary<string, object>();
        if (families.Count > 0)
        {
            counts["families"] = Families(families, scope); // an empty list would count all there are
        }

        if (spellings.Count > 0)
        {
            counts["spellings"] = new { terms = new { field = "spellings", include = spellings, size = spellings.Count } };
        }

        if (await Ask(index, either, counts, cancellation) is { } answer)
        {
            if (answer.TryGetProperty("families", out var counted))
            {
                ReadFamilies(counted, families, vocabulary);
            }

            if (answer.TryGetProperty("spellings", out var spelled))
            {
                ReadSpelled(spelled, vocabulary);
            }
        }
    }

    private async Task<JsonElement?> Ask(string index, object query, Dictionary<string, object> counts, CancellationToken cancellation) =>
        await client.Read($"{index}/_search", new { size = 0, track_total_hits = false, query, aggs = counts }, cancellation) is { } answer
            && answer.TryGetProperty("aggregations", out var counted) ? counted : null;

    private static object Families(IReadOnlyCollection<string> families, object scope) => new
    {
        terms = new { field = "families", include = families, size = families.Count },
        aggs = new { found = new { filter = scope } },
    };

    private static object Spelled(string pattern, int size) => new { terms = new { field = "spellings", include = pattern, size } };

    private static void ReadFamilies(JsonElement counted, IReadOnlyCollection<string> families, Vocabulary vocabulary)
    {
        var buckets = counted.GetProperty("buckets").EnumerateArray().ToDictionary(bucket => bucket.GetProperty("key").GetString()!);
        foreach (var family in families)
        {
            if (buckets.TryGetValue(family, out var bucket))
            {
                vocabulary.Count(family, bucket.GetProperty("found").GetProperty("doc_count").GetInt32(), bucket.GetProperty("doc_count").GetInt32());
            }
            else
            {
                vocabulary.Count(family, 0, 0);
            }
        }
    }

    private static void ReadSpelled(JsonElement counted, Vocabulary vocabulary)
    {
        foreach (var bucket in counted.GetProperty("buckets").EnumerateArray())
        {
            var (_, written, language) = EngineDocument.ReadSpelled(bucket.GetProperty("key").GetString()!);
            vocabulary.Add(written, language, bucket.GetProperty("doc_count").GetInt32());
        }
    }

    /// <summary>Words that are not counted yet: their families are to be.</summary>
    private static void ReadNames(IEnumerable<string> spellings, Vocabulary vocabulary)
    {
        foreach (var (_, written, language) in spellings.Select(EngineDocument.ReadSpelled))
        {
            vocabulary.Add(written, language, 0);
        }
    }

    /// <summary>A word as a pattern that fits it alone.</summary>
    private static string Exactly(string form)
    {
        var pattern = new StringBuilder();
        foreach (var letter in form)
        {
            pattern.Append(char.IsLetterOrDigit(letter) ? "" : "\\").Append(letter);
        }

        return pattern.ToString();
    }
}
