using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// <c>--verify</c>: every table can be read to its end, keys lead somewhere, no migration is pending, and no row is hidden because
/// it bears another server's number.
/// </summary>
internal sealed class VerifyTables(IEnumerable<ModuleDb> databases, IServiceProvider services) : IJob
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
                $"{db.Module}: {await CountRows.Of(db, services, cancellation)} rows, {backlog.OutboxPending} events on their way, {backlog.Parked} parked");
        }

        await output.WriteLineAsync($"Verified: {faults} faults.");
        return faults == 0 ? 0 : 1;
    }

    private async Task<List<string>> Faults(ModuleDb db, CancellationToken cancellation)
    {
        var faults = new List<string>();
        if (db.Database.IsSqlite())
        {
            var words = await db.Database.SqlQuery<string>($"SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(cancellation);
            faults.AddRange(words.Where(word => word != "ok"));
            var loose = await db.Database.SqlQuery<string>($"SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(cancellation);
            faults.AddRange(loose.Select(table => $"a row of {table} leads nowhere"));
        }

        if (await TransactionNumbers.CountForeign(services, db.Module, cancellation) is > 0 and var foreign)
        {
            faults.Add($"{foreign} rows bear numbers of another server and are not seen; run --after-restore");
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
        if (pending > 0)
        {
            faults.Add($"{pending} migrations are pending; run --migrate");
        }

        return faults;
    }
}
