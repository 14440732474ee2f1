using System.Globalization;
using System.Text.Json;
using LearningCities.Catalogue.Searching;
using LearningCities.Catalogue.Searching.Elastic;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>The engines that activities can be searched in: the embedded one always, servers where their address is given.</summary>
public sealed class Engines : IAsyncLifetime
{
    public const string Embedded = "embedded", Elasticsearch = "elasticsearch", OpenSearch = "opensearch";

    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2030-05-15T10:00:00Z", CultureInfo.InvariantCulture);

    private readonly Dictionary<string, ServiceProvider> _services = [];
    private readonly Dictionary<string, Task<Guid>> _filled = [];
    private readonly Dictionary<string, ActivitiesInMemory> _inMemory = [];

    /// <summary>Goes before the names of all that these tests make.</summary>
    private readonly string _prefix = $"test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):n}";

    public static TheoryData<string> All => [Embedded, Elasticsearch, OpenSearch];

    internal static IReadOnlyList<IndexedActivity> Catalogue { get; } = RandomCatalogue.Of(1200, seed: 20301);

    /// <summary>What the tests are given, or the reason why they are skipped.</summary>
    public static string AddressOf(string engine)
    {
        var setting = $"SEARCH_{engine.ToUpperInvariant()}";
        var address = Environment.GetEnvironmentVariable(setting);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"{setting} holds no address of a running server");
        return address!;
    }

    /// <summary>An index without anything in it.</summary>
    internal IActivityIndex Of(string engine)
    {
        lock (_services)
        {
            if (engine == Embedded)
            {
                return _inMemory.TryGetValue(engine, out var kept) ? kept : _inMemory[engine] = new ActivitiesInMemory();
            }

            var address = AddressOf(engine);
            if (!_services.TryGetValue(engine, out var services))
            {
                _services[engine] = services = At(address, _prefix);
            }

            return services.GetRequiredService<ActivitiesInEngine>();
        }
    }

    internal static ServiceProvider At(string address, string prefix, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            Settings(address).Append((Key: "Search:Prefix", Value: prefix)).Concat(settings).GroupBy(setting => setting.Key)
                .Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Last().Value))).Build();
        return new ServiceCollection().AddLogging().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<SearchMeter>()
            .AddEngine(SearchOptions.Of(configuration)).BuildServiceProvider();
    }

    /// <summary>An address as settings; it may say who signs in.</summary>
    internal static IEnumerable<(string Key, string Value)> Settings(string address)
    {
        var url = new UriBuilder(address);
        var (user, password) = (url.UserName, url.Password);
        (url.UserName, url.Password) = ("", "");
        return user.Length == 0
            ? [("Search:Url", url.Uri.AbsoluteUri)]
            : [("Search:Url", url.Uri.AbsoluteUri), ("Search:User", user), ("Search:Password", password)];
    }

    internal static IActivityIndex In(ServiceProvider services) => services.GetRequiredService<ActivitiesInEngine>();

    /// <summary>The city in which all of the catalogue can be found.</summary>
    internal Task<Guid> Filled(string engine)
    {
        lock (_filled)
        {
            return _filled.TryGetValue(engine, out var filled) ? filled : _filled[engine] = Fill(Of(engine));
        }
    }

    private static async Task<Guid> Fill(IActivityIndex index)
    {
        var city = NewCity();
        foreach (var some in Catalogue.Chunk(300))
        {
            await index.Apply(city, some, CancellationToken.None);
        }

        await Has(index, city, Catalogue.Count(activity => activity.EndsAt is null || activity.EndsAt > Now));
        return city;
    }

    /// <summary>Waits until so many can be found.</summary>
    internal static Task Has(IActivityIndex index, Guid city, int total) => Eventually.Holds(async () =>
        (await index.Find(city, new ActivityQuestion { Now = Now }, CancellationToken.None)).Total == total);

    public static Guid NewCity() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services.Values)
        {
            await RemoveAll(services, _prefix);
            await services.DisposeAsync();
        }
    }

    internal static async Task RemoveAll(ServiceProvider services, string prefix)
    {
        var client = services.GetRequiredService<EngineClient>();
        if (await client.Write(HttpMethod.Get, $"{prefix}-*/_alias", null, CancellationToken.None) is { ValueKind: JsonValueKind.Object } indexes)
        {
            foreach (var index in indexes.EnumerateObject())
            {
                await client.Write(HttpMethod.Delete, index.Name, null, CancellationToken.None);
            }
        }
    }
}
