using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LearningCities.Catalogue.Activities;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace LearningCities.Catalogue.Searching;

/// <summary>
/// Brings what changes in the table into this process's index, by change number: all of it at the start, then what is new.
/// Every replica does so for itself; an event queue would give each a share.
/// </summary>
internal sealed partial class ActivityFeed(IServiceScopeFactory scopes, IActivityIndex index, ILogger<ActivityFeed> log)
    : BackgroundService
{
    private const int Batch = 500;

    /// <summary>How long another replica's change stays unseen at most. In this process, the only one on SQLite, a commit rings.</summary>
    private TimeSpan _pause = TimeSpan.FromMilliseconds(400);

    /// <summary>How often what is known is kept for the next process.</summary>
    private static readonly TimeSpan BetweenSnapshots = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, Position> _read = new();
    private readonly ConcurrentDictionary<Guid, bool> _unkept = new();
    private readonly ConcurrentDictionary<Guid, bool> _rung = new();
    private readonly SemaphoreSlim _bell = new(0, 1);

    private readonly record struct Position(long ChangeNumber, Guid Id)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ChangeNumber} {Id}");

        public static Position Of(string text) => text.Split(' ') is [var number, var id]
            ? new(long.Parse(number, CultureInfo.InvariantCulture), Guid.Parse(id))
            : default;
    }

    /// <summary>Whether all that was there at the start can be found.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Says that something may have changed in a city.</summary>
    public void Ring(Guid city)
    {
        _rung[city] = true;
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung and not been heard yet.
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Keep();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (looked, kept) = (long.MinValue, Stopwatch.GetTimestamp());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (looked == long.MinValue || Stopwatch.GetElapsedTime(looked) > _pause)
                {
                    await ReadAll(stoppingToken);
                    looked = Stopwatch.GetTimestamp();
                }

                await ReadRung(stoppingToken);
                if (Stopwatch.GetElapsedTime(kept) > BetweenSnapshots)
                {
                    Keep();
                    kept = Stopwatch.GetTimestamp();
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                CannotRead(fault);
            }

            await _bell.WaitAsync(_pause, stoppingToken);
        }
    }

    private async Task ReadAll(CancellationToken stopping)
    {
        foreach (var city in await KnownCities(stopping))
        {
            await Read(city, stopping);
        }

        IsLoaded = true;
    }

    private async Task ReadRung(CancellationToken stopping)
    {
        foreach (var city in _rung.Keys)
        {
            _rung.TryRemove(city, out _); // before reading: a ring meanwhile is for what comes next
            await Read(city, stopping);
        }
    }

    private async Task<List<Guid>> KnownCities(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        _pause = db.Database.IsSqlite() ? TimeSpan.FromSeconds(5) : _pause;
        return [.. (await db.Set<KnownCity>().Select(city => city.Id).ToListAsync(stopping)).Union(_read.Keys)];
    }

    private async Task Read(Guid city, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.WorkIn(city, "catalogue.index");
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        if (!_read.TryGetValue(city, out var position))
        {
            _read[city] = position = await Kept(db, city, stopping); // whatever happens now, it is looked at again
        }

        List<Activity> changed;
        do
        {
            var settled = await Settled(db.Database, stopping);
            changed = await db.Activities.AsNoTracking()
                .Where(a => a.ChangeNumber < settled)
                .Where(a => a.ChangeNumber > position.ChangeNumber || (a.ChangeNumber == position.ChangeNumber && a.Id > position.Id))
                .OrderBy(a => a.ChangeNumber).ThenBy(a => a.Id)
                .Take(Batch)
                .ToListAsync(stopping);
            if (changed is [.., var last])
            {
                var beside = await Beside.Of(db, changed, stopping);
                index.Apply(city, [.. changed.Select(activity => IndexedActivity.Of(activity, beside))]);
                _read[city] = position = new(last.ChangeNumber, last.Id);
                _unkept[city] = true;
            }
        }
        while (changed.Count == Batch);
    }

    /// <summary>
    /// How far the last process had come. What it knew is not relied on where the table does not have the change it had come
    /// to: then the table is an older one, restored from a backup.
    /// </summary>
    private async Task<Position> Kept(CatalogueDb db, Guid city, CancellationToken stopping)
    {
        if (index.Load(city) is not { } kept)
        {
            return default;
        }

        var position = Position.Of(kept);
        if (await db.Activities.AnyAsync(a => a.Id == position.Id && a.ChangeNumber >= position.ChangeNumber, stopping))
        {
            return position;
        }

        index.Forget(city);
        return default;
    }

    private void Keep()
    {
        foreach (var city in _unkept.Keys)
        {
            try
            {
                index.Keep(city, _read[city].ToString());
                _unkept.TryRemove(city, out _);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                CannotKeep(fault, city);
            }
        }
    }

    /// <summary>
    /// The first change number that may still get company. On PostgreSQL it is a transaction's id, and whoever reads past one
    /// that is still open never sees what it commits. SQLite has one writer, which counts.
    /// </summary>
    private static async Task<long> Settled(DatabaseFacade database, CancellationToken stopping) => database.IsSqlite()
        ? long.MaxValue
        : await database.SqlQuery<long>($"SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS \"Value\"")
            .SingleAsync(stopping);

    [LoggerMessage(LogLevel.Error, "Could not read what changed in the catalogue; will try again")]
    private partial void CannotRead(Exception fault);

    [LoggerMessage(LogLevel.Warning, "Could not keep a snapshot of the index of {City}; the next start reads the table instead")]
    private partial void CannotKeep(Exception fault, Guid city);
}

/// <summary>Nobody is sent here before what they look for can be found.</summary>
internal sealed class IndexIsLoaded(ActivityFeed feed) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(feed.IsLoaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The index is being loaded."));
}
