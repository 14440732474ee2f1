using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LearningCities.Faults.Running;

/// <summary>The modules' tables, read past the suite: the same SQL on both engines.</summary>
internal abstract class Tables : IAsyncDisposable
{
    /// <summary>Those modules that keep what the story writes.</summary>
    public static IReadOnlyList<string> Modules { get; } =
        ["identity", "catalogue", "pathways", "badges", "mobility", "notifications", "insight"];

    public async Task<List<T>> Read<T>(string module, string sql, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        await using var connection = await Open(module, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public async Task<long> Count(string module, string sql, CancellationToken cancellation) =>
        (await Read(module, sql, row => Convert.ToInt64(row.GetValue(0), null), cancellation))[0];

    public async Task<int> Change(string module, string sql, CancellationToken cancellation)
    {
        await using var connection = await Open(module, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public Task<List<Guid>> Ids(string module, string sql, CancellationToken cancellation) =>
        Read(module, sql, row => row.GetGuid(0), cancellation);

    public abstract ValueTask DisposeAsync();

    protected abstract Task<DbConnection> Open(string module, CancellationToken cancellation);
}

/// <summary>SQLite's files, which others may read while the suite writes.</summary>
internal sealed class SqliteTables(string folder) : Tables
{
    public async Task<IReadOnlyList<string>> Check(CancellationToken cancellation)
    {
        var damage = new List<string>();
        foreach (var module in Modules)
        {
            var said = await Read(module, "PRAGMA integrity_check", row => row.GetString(0), cancellation);
            damage.AddRange(said.Where(line => line != "ok").Select(line => $"{module}: {line}"));
            damage.AddRange(await Read(
                module, "PRAGMA foreign_key_check", row => $"{module}: a row of {row.GetString(0)} hangs on nothing", cancellation));
        }

        return damage;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override async Task<DbConnection> Open(string module, CancellationToken cancellation)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"{module}.db")};Mode=ReadWrite;Pooling=False");
        await connection.OpenAsync(cancellation);
        return connection;
    }
}

/// <summary>PostgreSQL, as somebody whom no row-level security holds.</summary>
internal sealed class PostgreSqlTables(string superuser) : Tables
{
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override async Task<DbConnection> Open(string module, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(superuser) { SearchPath = module, Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
