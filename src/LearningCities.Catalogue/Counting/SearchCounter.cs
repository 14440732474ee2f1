using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LearningCities.Catalogue.Counting;

/// <summary>
/// Counts in memory and adds it to the table now and then: a search must not wait for a write. A process that is killed loses
/// the counts of a few seconds, which a city's map of gaps can bear.
/// </summary>
internal sealed partial class SearchCounter(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SearchCounter> log) : BackgroundService
{
    private const int Most = 20_000; // different words between two writes: whoever invents words fills no memory
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private ConcurrentDictionary<(Guid City, DateOnly Day, string Words), Counts> _counts = new();

    private readonly record struct Counts(int Searches, int Nothing, int Opened)
    {
        public Counts And(Counts more) => new(Searches + more.Searches, Nothing + more.Nothing, Opened + more.Opened);
    }

    public void Searched(Guid city, string text, int found) => Count(city, text, new(1, found == 0 ? 1 : 0, 0));

    public void Opened(Guid city, string text) => Count(city, text, new(0, 0, 1));

    /// <summary>Adds what was counted to the table.</summary>
    public async Task Keep(CancellationToken cancellation)
    {
        var counted = Interlocked.Exchange(ref _counts, new());
        foreach (var city in counted.GroupBy(one => one.Key.City))
        {
            try
            {
                await Keep(city.Key, [.. city.Select(one => (one.Key.Day, one.Key.Words, one.Value))], cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                CannotKeep(fault, city.Key);
                foreach (var (key, counts) in city)
                {
                    _counts.AddOrUpdate(key, counts, (_, newer) => newer.And(counts)); // next time
                }
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Keep(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Keep(stoppingToken);
        }
    }

    private void Count(Guid city, string text, Counts more)
    {
        if (text.Length == 0)
        {
            return;
        }

        var (counts, key) = (_counts, (city, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), CountedWords.Of(text)));
        if (counts.ContainsKey(key) || counts.Count < Most) // to be counted itself, it stops all who count: only for new words
        {
            counts.AddOrUpdate(key, more, (_, known) => known.And(more));
        }
    }

    private async Task Keep(Guid city, List<(DateOnly Day, string Words, Counts Counts)> counted, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(city, "catalogue.counts");
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var sql =
            $$"""
            INSERT INTO {{db.Table<SearchCount>()}} AS known (city, id, version, day, words, searches, "nothing", opened)
            VALUES ({0}, {1}, 1, {2}, {3}, {4}, {5}, {6})
            ON CONFLICT (city, id) DO UPDATE SET version = known.version + 1, searches = known.searches + excluded.searches,
              "nothing" = known."nothing" + excluded."nothing", opened = known.opened + excluded.opened
            """;
        await db.InTransaction(
            async () =>
            {
                foreach (var (day, words, counts) in counted)
                {
                    object[] values = [city, SearchCount.IdOf(day, words), day, words, counts.Searches, counts.Nothing, counts.Opened];
                    await db.Database.ExecuteSqlRawAsync(sql, values, cancellation);
                }
            },
            cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Could not keep what was searched for in {City}; will try again")]
    private partial void CannotKeep(Exception fault, Guid city);
}
