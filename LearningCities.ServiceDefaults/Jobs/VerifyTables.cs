using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults;

/// <summary><c>--verify</c>: every table can be read to its end, keys lead somewhere, no migration is pending.</summary>
internal sealed class VerifyTables(IEnumerable<ModuleDb> databases) : IJob
{
    public async Task<int> Run(IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var faults = 0;
        foreach (var db in databases)
        {
            var found = await Faults(db, cancellation);
            faults += found.Count;
            foreach (var fault in found)
            {
                await output.WriteLineAsync($"{db.Module}: {fault}");
            }

            var backlog = await Backlogs.Read(db, cancellation);
            await output.WriteLineAsync(
                $"{db.Module}: {await Rows(db, cancellation)} rows, {backlog.OutboxPending} events on their way, {backlog.Parked} parked");
        }

        await output.WriteLineAsync($"Verified: {faults} faults.");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<List<string>> Faults(ModuleDb db, CancellationToken cancellation)
    {
        var faults = new List<string>();
        if (db.Database.IsSqlite())
        {
            var words = await db.Database.SqlQuery<string>($"SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(cancellation);
            faults.AddRange(words.Where(word => word != "ok"));
            var loose = await db.Database.SqlQuery<string>($"SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(cancellation);
            faults.AddRange(loose.Select(table => $"a row of {table} leads nowhere"));
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
        if (pending > 0)
        {
            faults.Add($"{pending} migrations are pending; run --migrate");
        }

        return faults;
    }

    private static async Task<long> Rows(ModuleDb db, CancellationToken cancellation)
    {
        var rows = 0L;
        foreach (var table in db.Tables())
        {
            var sql = $"SELECT count(*) AS \"Value\" FROM {table}";
            rows += await db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellation);
        }

        return rows;
    }
}
