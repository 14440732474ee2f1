using System.Globalization;
using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Testing;

/// <summary>What is in the tables of a running suite, whatever module they are of, as a test compares it.</summary>
public static class Rows
{
    /// <summary>Every row that a city sees, but for the traffic of events: <c>insight.sign_up: id=…, made_at=…</c>.</summary>
    /// <param name="module">Of one module; null for all.</param>
    public static async Task<IReadOnlyList<string>> RowsOf(this RunningSuite suite, Guid city, string? module = null)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        var rows = new List<string>();
        foreach (var db in scope.In(city).Where(db => module is null || db.Module == module))
        {
            string[] traffic = [db.Table<OutboxMessage>(), db.Table<OutboxDelivery>(), db.Table<InboxMessage>()];
            await db.Database.OpenConnectionAsync();
            foreach (var table in db.Tables().Except(traffic))
            {
                var name = $"{db.Module}.{table.Replace("\"", "", StringComparison.Ordinal).Split('.')[^1]}";
                rows.AddRange((await Read(db, $"SELECT * FROM {table}")).Select(row => $"{name}: {row}"));
            }

            await db.Database.CloseConnectionAsync();
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes away all that a module has, what it knows of cities and which events it has had as well.</summary>
    public static async Task Empty(this RunningSuite suite, string module, params Guid[] cities)
    {
        foreach (var city in cities)
        {
            await using var scope = suite.Services.CreateAsyncScope();
            var db = scope.In(city).Single(db => db.Module == module);
            await db.InTransaction(
                async () =>
                {
                    foreach (var table in db.Tables())
                    {
                        var delete = $"DELETE FROM {table}";
                        await db.Database.ExecuteSqlRawAsync(delete);
                    }
                },
                CancellationToken.None);
        }
    }

    /// <summary>Waits until every handler has dealt with every event, whoever carries them.</summary>
    /// <param name="but">Those that some have forgotten that they had dealt with.</param>
    public static Task IsSettled(this RunningSuite suite, IReadOnlySet<Guid> but) => Eventually.Holds(
        async () =>
        {
            await using var scope = suite.Services.CreateAsyncScope();
            var databases = scope.In(Guid.Empty);
            var dealtWith = new HashSet<(string, Guid)>(); // read first: an event that follows from one of these is seen below
            foreach (var db in databases)
            {
                dealtWith.UnionWith((await db.Set<InboxMessage>().AsNoTracking().ToListAsync()).Select(m => (m.Handler, m.MessageId)));
            }

            var handlers = suite.Services.GetServices<Subscription>().ToLookup(s => s.EventType, s => s.Handler);
            foreach (var db in databases)
            {
                var told = await db.Set<OutboxMessage>().AsNoTracking().Select(m => new { m.Id, m.Type }).ToListAsync();
                if (told.Any(m => !but.Contains(m.Id) && handlers[m.Type].Any(handler => !dealtWith.Contains((handler, m.Id)))))
                {
                    return false;
                }
            }

            return true;
        },
        limit: TimeSpan.FromMinutes(1));

    /// <summary>Whether every event is told to whoever this suite tells it to, or is with the broker.</summary>
    public static async Task<bool> HasNothingOnItsWay(this RunningSuite suite)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        foreach (var db in scope.In(Guid.Empty))
        {
            if (await db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Pending || m.Deliveries.Count > 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All events so far.</summary>
    public static async Task<IReadOnlyList<ToldEvent>> Told(this RunningSuite suite)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        var told = new List<ToldEvent>();
        foreach (var db in scope.In(Guid.Empty))
        {
            told.AddRange(await db.Set<OutboxMessage>().Select(m => new ToldEvent(m.Id, m.Type, m.StreamKey)).ToListAsync());
        }

        return told;
    }

    private static List<ModuleDb> In(this AsyncServiceScope scope, Guid city)
    {
        scope.ServiceProvider.WorkIn(city, "a test");
        return [.. scope.ServiceProvider.GetServices<ModuleDb>()];
    }

    private static async Task<List<string>> Read(ModuleDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))}")));
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        Array many => string.Join('|', many.Cast<object>()),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

/// <param name="Id">Of version 8 where it was told again.</param>
public sealed record ToldEvent(Guid Id, string Type, Guid Subject);
