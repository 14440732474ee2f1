using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>The statements of the relay, on PostgreSQL and by its clock.</summary>
internal static class OutboxLane
{
    private const int Tries = 10;

    /// <summary>
    /// What is to be sent next, in order. A row that the broker refused holds up the later ones of the same thing and nobody
    /// else: the inner query touches only rows that have failed.
    /// </summary>
    public static async Task<IReadOnlyList<OutboxMessage>> Due(ModuleDb db, short lane, int limit, CancellationToken cancellation)
    {
        var table = db.Table<OutboxMessage>();
        var sql =
            $$"""
            SELECT * FROM {{table}} m
            WHERE lane = {0} AND state = 0 AND not_before <= clock_timestamp()
              AND NOT EXISTS (SELECT 1 FROM {{table}} p
                WHERE p.state = 0 AND p.attempts > 0 AND p.stream_key = m.stream_key AND p.seq < m.seq)
            ORDER BY seq LIMIT {1}
            """;
        return await db.Set<OutboxMessage>().FromSqlRaw(sql, lane, limit).AsNoTracking().ToListAsync(cancellation);
    }

    public static async Task MarkSent(ModuleDb db, long[] seqs, CancellationToken cancellation)
    {
        var sql = $$"""UPDATE {{db.Table<OutboxMessage>()}} SET state = 1, sent_at = clock_timestamp() WHERE seq = ANY({0})""";
        await (seqs.Length == 0 ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync(sql, [seqs], cancellation));
    }

    public static async Task MarkRefused(ModuleDb db, long seq, Exception fault, CancellationToken cancellation)
    {
        var sql =
            $$"""
            UPDATE {{db.Table<OutboxMessage>()}} SET attempts = attempts + 1, last_error = {1},
              state = CASE WHEN attempts + 1 >= {2} THEN 2 ELSE 0 END,
              not_before = clock_timestamp() + least(power(2, attempts), 300) * (0.5 + random()) * interval '1 second'
            WHERE seq = {0}
            """;
        await db.Database.ExecuteSqlRawAsync(sql, [seq, fault.Message, Tries], cancellation);
    }
}
