using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>
/// A city's index has one name, an alias of the index that holds it now. Each such index has an alias of its own to write to:
/// when it is replaced, that goes with it, and whoever still writes to it learns that it is gone.
/// </summary>
internal sealed class EngineIndexes(EngineClient client, SearchOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<Guid, string> _known = new();

    /// <summary>The name to search by.</summary>
    public string NameOf(Guid city) => $"{options.Prefix}-activities-{city:n}";

    public static string WriteName(string index) => $"{index}-write";

    /// <summary>The index that holds a city, as this process knows it; it is asked for and made where there is none.</summary>
    public async Task<string> Of(Guid city, CancellationToken cancellation) =>
        _known.TryGetValue(city, out var known) ? known : await Look(city, cancellation) ?? await MakeFirst(city, cancellation);

    /// <summary>The index that holds a city now; null where there is none.</summary>
    public async Task<string?> Look(Guid city, CancellationToken cancellation)
    {
        if (await Holding(city, cancellation) is [var index, ..])
        {
            return _known[city] = index;
        }

        _known.TryRemove(city, out _);
        return null;
    }

    /// <summary>Says that the index as it was known is no more.</summary>
    public void Lost(Guid city) => _known.TryRemove(city, out _);

    /// <summary>Makes an index that nobody searches yet.</summary>
    public async Task<string> Make(Guid city, bool searched, CancellationToken cancellation)
    {
        var index = $"{NameOf(city)}-{clock.GetUtcNow().ToUnixTimeMilliseconds()}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";
        var aliases = new Dictionary<string, object> { [WriteName(index)] = new { } };
        if (searched)
        {
            aliases[NameOf(city)] = new { };
        }

        await client.Write(
            HttpMethod.Put,
            index,
            new
            {
                settings = new { number_of_shards = 1, auto_expand_replicas = "0-1", refresh_interval = searched ? "500ms" : "-1" },
                mappings = EngineDocument.Mappings,
                aliases,
            },
            cancellation);
        return index;
    }

    /// <summary>Lets an index take the place of the one that holds the city, so that a search finds the one or the other.</summary>
    public async Task TakePlace(Guid city, string index, CancellationToken cancellation)
    {
        await client.Write(HttpMethod.Put, $"{index}/_settings", new { index = new { refresh_interval = "500ms" } }, cancellation);
        await client.Write(HttpMethod.Post, $"{index}/_refresh", null, cancellation);
        var actions = (await Holding(city, cancellation)).Select(old => (object)new { remove_index = new { index = old } })
            .Append(new { add = new { index, alias = NameOf(city) } });
        if (await client.Write(HttpMethod.Post, "_aliases", new { actions }, cancellation) is null)
        {
            throw new IndexReplacedException("Another index took the place of this city's meanwhile.");
        }

        _known[city] = index;
    }

    public Task Remove(string index, CancellationToken cancellation) => client.Write(HttpMethod.Delete, index, null, cancellation);

    /// <summary>Removes what was begun, never took its place and is forgotten by whoever began it.</summary>
    public async Task RemoveAbandoned(Guid city, CancellationToken cancellation)
    {
        var held = await Holding(city, cancellation);
        foreach (var index in await Names($"{NameOf(city)}-*/_alias", cancellation))
        {
            if (!held.Contains(index) && clock.GetUtcNow() - MadeAt(index) > Abandoned)
            {
                await Remove(index, cancellation);
            }
        }
    }

    /// <summary>Who is not alone withdraws, so that two who begin at one moment do not both stay.</summary>
    private async Task<string> MakeFirst(Guid city, CancellationToken cancellation)
    {
        while (true)
        {
            var index = await Make(city, searched: true, cancellation);
            var holding = await Holding(city, cancellation);
            if (holding is [var only] && only == index)
            {
                return _known[city] = index;
            }

            await Remove(index, cancellation);
            await Task.Delay(RandomNumberGenerator.GetInt32(50, 500), cancellation);
            if (await Look(city, cancellation) is { } other)
            {
                return other;
            }
        }
    }

    private Task<List<string>> Holding(Guid city, CancellationToken cancellation) => Names($"_alias/{NameOf(city)}", cancellation);

    private async Task<List<string>> Names(string path, CancellationToken cancellation) =>
        await client.Write(HttpMethod.Get, path, null, cancellation) is { ValueKind: JsonValueKind.Object } found
            ? [.. found.EnumerateObject().Select(index => index.Name).Order(StringComparer.Ordinal)]
            : [];

    private static DateTimeOffset MadeAt(string index) =>
        index.Split('-') is [.., var made, _] && long.TryParse(made, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : DateTimeOffset.MaxValue;
}
