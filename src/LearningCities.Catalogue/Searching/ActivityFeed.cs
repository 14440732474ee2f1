using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LearningCities.Catalogue.Searching;

/// <summary>
/// Brings what changes in the table into this process's index, by change number: all of it at the start, then what is new.
/// Every replica does so for itself; an event queue would give each a share. Where all have one index, they write the same, and
/// the change numbers decide.
/// </summary>
internal sealed partial class ActivityFeed(
    IServiceScopeFactory scopes, IActivityIndex index, SearchMeter meter, TimeProvider clock, ILogger<ActivityFeed> log) : BackgroundService
{
    /// <summary>How long another replica's change stays unseen at most. In this process, the only one on SQLite, a commit rings.</summary>
    private TimeSpan _pause = TimeSpan.FromMilliseconds(400);

    /// <summary>How often what is known is kept for the next process.</summary>
    private static readonly TimeSpan BetweenSnapshots = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, ChangePosition> _read = new();
    private readonly ConcurrentDictionary<Guid, bool> _unkept = new();
    private readonly ConcurrentDictionary<Guid, bool> _rung = new();
    private readonly SemaphoreSlim _bell = new(0, 1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isAway;

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
        _turn.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Keep(cancellationToken);
    }

    /// <summary>
    /// Reads all of a city into a new index, which then takes the old one's place. Only while it catches up with the last changes
    /// does the feed wait, so that none goes to the old one alone.
    /// </summary>
    /// <param name="progress">Told how many more were read.</param>
    /// <returns>How many can be found.</returns>
    public async Task<int> Rebuild(Guid city, Func<int, Task> progress, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = TableOf(city, scope);
        var anew = await index.Anew(city, cancellation);
        var position = default(ChangePosition);
        await foreach (var (changed, last) in ActivityChanges.After(position, db, cancellation))
        {
            await anew.Apply(changed, cancellation);
            position = last;
            await progress(changed.Count);
        }

        int found;
        await _turn.WaitAsync(cancellation);
        try
        {
            await foreach (var (changed, last) in ActivityChanges.After(position, db, cancellation))
            {
                await anew.Apply(changed, cancellation);
                position = last;
            }

            found = await anew.TakePlace(cancellation);
            await index.Keep(city, position.ToString(), cancellation);
            _read[city] = position;
        }
        finally
        {
            _turn.Release();
        }

        await Read(city, cancellation); // another process may have brought the last changes to the old one alone
        return found;
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
                    await Keep(stoppingToken);
                    kept = Stopwatch.GetTimestamp();
                }
            }
            catch (IndexAwayException away) when (!stoppingToken.IsCancellationRequested)
            {
                IsAway(away.Message);
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
        meter.IsUpToDate();
        _isAway = false;
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
        var db = TableOf(city, scope);
        await _turn.WaitAsync(stopping);
        try
        {
            if (!_read.TryGetValue(city, out var position))
            {
                _read[city] = position = await Kept(db, city, stopping); // whatever happens now, it is looked at again
            }

            await foreach (var (changed, last) in ActivityChanges.After(position, db, stopping))
            {
                await index.Apply(city, changed, stopping);
                _read[city] = last;
                _unkept[city] = true;
            }
        }
        catch (IndexReplacedException)
        {
            _read.TryRemove(city, out _); // so that it is read on from where the other one has come to
            Ring(city);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// How far the last process had come. What it knew is not relied on where the table does not have the change it had come
    /// to: then the table is an older one, restored from a backup.
    /// </summary>
    private async Task<ChangePosition> Kept(CatalogueDb db, Guid city, CancellationToken stopping)
    {
        if (await index.Load(city, stopping) is not { } kept)
        {
            return default;
        }

        var position = ChangePosition.Of(kept);
        if (await db.Activities.AnyAsync(a => a.Id == position.Id && a.ChangeNumber >= position.ChangeNumber, stopping))
        {
            _unkept[city] = true; // so that its size is known
            return position;
        }

        await index.Forget(city, stopping);
        return default;
    }

    private static CatalogueDb TableOf(Guid city, AsyncServiceScope scope)
    {
        scope.ServiceProvider.WorkIn(city, "catalogue.index");
        return scope.ServiceProvider.GetRequiredService<CatalogueDb>();
    }

    private async Task Keep(CancellationToken cancellation)
    {
        foreach (var city in _unkept.Keys)
        {
            try
            {
                if (_read.TryGetValue(city, out var position))
                {
                    await index.Keep(city, $"{position}", cancellation);
                }

                _unkept.TryRemove(city, out _);
                meter.Saw(city, await index.Measure(city, cancellation));
                meter.Kept(clock.GetUtcNow());
            }
            catch (IndexReplacedException)
            {
                _read.TryRemove(city, out _);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or IndexAwayException)
            {
                CannotKeep(fault, city);
            }
        }
    }

    private void IsAway(string why)
    {
        if (!_isAway) // said once, not with every look
        {
            _isAway = true;
            CannotReach(why);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Why} What changes waits, and activities are found by their titles alone; will try again")]
    private partial void CannotReach(string why);

    [LoggerMessage(LogLevel.Error, "Could not read what changed in the catalogue; will try again")]
    private partial void CannotRead(Exception fault);

    [LoggerMessage(LogLevel.Warning, "Could not keep a snapshot of the index of {City}; the next start reads the table instead")]
    private partial void CannotKeep(Exception fault, Guid city);
}
