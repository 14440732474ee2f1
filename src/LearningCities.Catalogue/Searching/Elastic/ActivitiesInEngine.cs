using LearningCities.Search;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>The index in Elasticsearch or OpenSearch, an index for each city: another city's words neither weigh nor correct.</summary>
internal sealed class ActivitiesInEngine(EngineClient client, EngineIndexes indexes, EngineWriting writing, EngineWords words) : IActivityIndex
{
    public bool IsShared => true;

    public async Task Apply(Guid city, IReadOnlyCollection<IndexedActivity> changed, CancellationToken cancellation)
    {
        try
        {
            await writing.Apply(await indexes.Of(city, cancellation), changed, cancellation);
        }
        catch (IndexReplacedException)
        {
            indexes.Lost(city);
            throw;
        }
    }

    public async Task<string?> Load(Guid city, CancellationToken cancellation) =>
        await indexes.Look(city, cancellation) is { } index
            && await client.Write(HttpMethod.Get, $"{index}/_doc/position", null, cancellation) is { } kept
            ? kept.GetProperty("_source").GetProperty("position").GetString()
            : null;

    public async Task Keep(Guid city, string position, CancellationToken cancellation)
    {
        try
        {
            await writing.Keep(await indexes.Of(city, cancellation), position, cancellation);
        }
        catch (IndexReplacedException)
        {
            indexes.Lost(city);
            throw;
        }
    }

    public async Task Forget(Guid city, CancellationToken cancellation) =>
        await (await Anew(city, cancellation)).TakePlace(cancellation);

    public async Task<INewIndex> Anew(Guid city, CancellationToken cancellation)
    {
        await indexes.RemoveAbandoned(city, cancellation);
        return new NewIndex(await indexes.Make(city, searched: false, cancellation), city, client, indexes, writing);
    }

    public async Task<string?> Complaint(CancellationToken cancellation)
    {
        try
        {
            await client.Read("", cancellation);
            return null;
        }
        catch (IndexAwayException away)
        {
            return away.Message;
        }
    }

    public async Task<IndexSize> Measure(Guid city, CancellationToken cancellation)
    {
        var name = indexes.NameOf(city);
        var stored = await client.Write(HttpMethod.Get, $"{name}/_stats/store", null, cancellation);
        return new(
            await CountOf(client, name, cancellation),
            stored?.GetProperty("_all").GetProperty("primaries").GetProperty("store").GetProperty("size_in_bytes").GetInt64() ?? 0);
    }

    public async Task<Answer<IndexedActivity>> Find(Guid city, ActivityQuestion asked, CancellationToken cancellation)
    {
        var (name, question) = (indexes.NameOf(city), new Question(asked.Text));
        if (await words.Understand(name, question, EngineFilters.Scope(asked), cancellation) is not var (vocabulary, understood))
        {
            return EngineAnswer.Nothing(asked);
        }

        var search = new EngineQuestion(asked, question, understood);
        if (search.IsHopeless)
        {
            return EngineAnswer.Nothing(asked) with { Correction = understood.Correction };
        }

        var answer = await client.Read($"{name}/_search", search.Search(), cancellation);
        if (answer is { } few && search.Words > 1 && EngineAnswer.TotalOf(few) < search.Enough
            && await client.Read($"{name}/_search", search.Some(), cancellation) is { } some
            && EngineAnswer.RarestOf(some, search.Enough) is { } rarest)
        {
            answer = await client.Read($"{name}/_search", search.Search(rarest), cancellation);
        }

        return answer is { } found ? EngineAnswer.Of(found, asked, vocabulary, understood) : EngineAnswer.Nothing(asked);
    }

    private static async Task<int> CountOf(EngineClient client, string name, CancellationToken cancellation) =>
        await client.Write(HttpMethod.Post, $"{name}/_count", new { query = new { exists = new { field = "to" } } }, cancellation) is { } counted
            ? counted.GetProperty("count").GetInt32()
            : 0;

    private sealed class NewIndex(string index, Guid city, EngineClient client, EngineIndexes indexes, EngineWriting writing) : INewIndex
    {
        public Task Apply(IReadOnlyCollection<IndexedActivity> changed, CancellationToken cancellation) =>
            writing.Apply(index, changed, cancellation);

        public async Task<int> TakePlace(CancellationToken cancellation)
        {
            await indexes.TakePlace(city, index, cancellation);
            return await CountOf(client, index, cancellation);
        }
    }
}
