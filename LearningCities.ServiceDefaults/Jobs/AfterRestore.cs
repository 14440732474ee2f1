using System.Globalization;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// <c>--after-restore</c>: what PostgreSQL's tables need that were brought back from a dump, before anybody serves from them.
/// Numbers of another server's transactions are written anew, and what was sent in the day before the dump is sent again: some of
/// it was still on its way, and the broker of then is gone. The inboxes drop what had arrived. It can be stopped and repeated.
/// </summary>
internal sealed class AfterRestore(IEnumerable<ModuleDb> databases, IServiceProvider services) : IJob
{
    public const string Name = "after-restore";

    public async Task<int> Run(IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var (again, renumbered) = (0L, 0L);
        foreach (var db in databases)
        {
            var sent = await SendAgain(db, cancellation);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{db.Module}: {sent:N0} events are sent again"));
            again += sent;
            renumbered += await TransactionNumbers.Renumber(services, db.Module, cancellation);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"After the restore: {renumbered:N0} rows renumbered, {again:N0} events sent again."));
        return 0;
    }

    // By the clock of the tables themselves: how long ago the dump was made, nobody here knows.
    private static async Task<int> SendAgain(ModuleDb db, CancellationToken cancellation)
    {
        var outbox = db.Table<OutboxMessage>();
        var sql =
            $"""
            UPDATE {outbox} SET state = 0, not_before = clock_timestamp()
            WHERE state = 1 AND sent_at > (SELECT max(sent_at) FROM {outbox}) - interval '1 day'
            """;
        return await db.Database.ExecuteSqlRawAsync(sql, cancellation);
    }
}
