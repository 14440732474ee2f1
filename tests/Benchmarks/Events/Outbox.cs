using System.Diagnostics;
using LearningCities.ServiceDefaults.Events;
using LearningCities.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LearningCities.Benchmarks.Events;

/// <summary>The ledger's outbox, filled and looked at by SQL.</summary>
internal sealed class Outbox(IServiceProvider services) : IAsyncDisposable
{
    private const short Nobodys = Lanes.Count; // a lane that no relay takes: its events wait until they are released

    private readonly NpgsqlDataSource _tables = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(services.GetRequiredService<IConfiguration>()["ConnectionStrings:ledger"]) { CommandTimeout = 0 }.ConnectionString);

    public async Task Fill(int waiting, int sent, string text)
    {
        await Add(sent, "1", text);
        await Add(waiting, "0", text);
        await Analyze();
    }

    /// <summary>How many milliseconds the relay waits for its next batch.</summary>
    public async Task<double> Claim()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        await db.Database.OpenConnectionAsync();
        var begun = Stopwatch.GetTimestamp();
        await OutboxLane.Due(db, Nobodys, 500, CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>Gives what waits to the relay.</summary>
    /// <returns>How many it sent in a second, where it is waited for that: when there are any to wait for.</returns>
    public async Task<double> Release(int toWaitFor)
    {
        var first = await Ask<long>($"SELECT coalesce(min(seq), 0) FROM ledger.outbox_message WHERE lane = {Nobodys}");
        await Ask<object>($"UPDATE ledger.outbox_message SET lane = seq % {Lanes.Count} WHERE lane = {Nobodys}");
        if (toWaitFor == 0)
        {
            return 0;
        }

        await Eventually.Holds(
            async () => await Ask<long>("SELECT count(*) FROM ledger.outbox_message WHERE state = 0") == 0, TimeSpan.FromMinutes(5));
        return toWaitFor / (double)await Ask<decimal>(
            $"SELECT extract(epoch FROM max(sent_at) - min(sent_at)) FROM ledger.outbox_message WHERE seq >= {first} AND state = 1");
    }

    /// <summary>As autovacuum does within a minute; only, who runs the suite may not.</summary>
    private async Task Analyze()
    {
        var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("TEST_POSTGRES"))
        {
            Database = new NpgsqlConnectionStringBuilder(_tables.ConnectionString).Database,
        };
        await using var owner = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = owner.CreateCommand("VACUUM ANALYZE ledger.outbox_message");
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _tables.DisposeAsync();

    private Task<object?> Add(int many, string state, string text) => Ask<object>(
        $$"""
        INSERT INTO ledger.outbox_message (id, type, city, stream_key, stream_version, body, lane, state, sent_at)
        SELECT gen_random_uuid(), '{{EntryWritten.Type}}', c, k, 1, jsonb_build_object('city', c, 'entryId', k, 'version', 1, 'text', '{{text}}'),
          CASE {{state}} WHEN 0 THEN {{Nobodys}} ELSE i % 8 END, {{state}}, CASE {{state}} WHEN 1 THEN clock_timestamp() - interval '1 day' END
        FROM (SELECT i, gen_random_uuid() AS k, '{{Guid.CreateVersion7()}}'::uuid AS c FROM generate_series(1, {{many}}) i) rows
        """);

    private async Task<T?> Ask<T>(string sql)
    {
        await using var command = _tables.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T answer ? answer : default;
    }
}
