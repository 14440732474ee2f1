using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LearningCities.Notifications.Letters;

/// <summary>
/// The letters of one city that wait. Several processes may empty it: who claims letters has them for a minute, and after a
/// crash they are free again. Time is the database's, because nodes disagree about it.
/// </summary>
internal sealed class LetterBox(NotificationsDb db)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private const string Free = "city = {0} AND state = 'Waiting'";

    private readonly string _table = db.Table<Letter>();

    private DatabaseFacade Database => db.Database;

    public Task<bool> HasAny(CancellationToken cancellation) =>
        db.Letters.AnyAsync(letter => letter.State == LetterState.Waiting, cancellation);

    /// <summary>Takes up to so many that are due; nobody else is given them while the lease runs.</summary>
    public async Task<List<Letter>> Claim(int most, CancellationToken cancellation)
    {
        var claim = Guid.CreateVersion7();
        var now = Database.Now();
        var skipTaken = Database.IsNpgsql() ? "FOR UPDATE SKIP LOCKED" : ""; // SQLite has one writer at a time anyway
        var sql = $$"""
            WITH due AS (
                SELECT id FROM {{_table}}
                WHERE {{Free}} AND (next_at IS NULL OR next_at <= {{now}}) AND (lease_until IS NULL OR lease_until < {{now}})
                ORDER BY id LIMIT {1} {{skipTaken}})
            UPDATE {{_table}} AS letter
            SET lease_owner = {2}, lease_until = {{Database.In($"{Lease.TotalSeconds}")}}, attempts = attempts + 1
            FROM due WHERE letter.id = due.id AND letter.city = {0}
            """;
        await Run(sql, [db.City, most, claim], cancellation);
        return await db.Letters.AsNoTracking().Where(l => l.LeaseOwner == claim).OrderBy(l => l.Id).ToListAsync(cancellation);
    }

    public Task MarkSent(Letter letter, CancellationToken cancellation) =>
        End(letter, $"state = 'Sent', sent_at = {Database.Now()}", reason: null, cancellation);

    /// <summary>For good: it will not be tried again until an operator says so.</summary>
    public Task Park(Letter letter, string reason, CancellationToken cancellation) =>
        End(letter, "state = 'Parked'", reason, cancellation);

    public Task TryAgain(Letter letter, TimeSpan pause, CancellationToken cancellation) =>
        End(letter, $"next_at = {Database.In($"{(int)pause.TotalSeconds}")}", reason: null, cancellation);

    /// <summary>Only who still has the lease may say what became of the letter.</summary>
    private Task End(Letter letter, string change, string? reason, CancellationToken cancellation)
    {
        var sql = $$"""
            UPDATE {{_table}} SET {{change}}, reason = {3}, lease_owner = NULL, lease_until = NULL
            WHERE {{Free}} AND id = {1} AND lease_owner = {2}
            """;
        return Run(sql, [db.City, letter.Id, letter.LeaseOwner!, reason!], cancellation);
    }

    private Task Run(string sql, IEnumerable<object> values, CancellationToken cancellation) =>
        db.InTransaction(() => Database.ExecuteSqlRawAsync(sql, values, cancellation), cancellation);
}
