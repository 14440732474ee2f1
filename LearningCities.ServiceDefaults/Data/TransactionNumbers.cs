using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults.Data;

/// <summary>
/// Columns that hold the number of the PostgreSQL transaction that wrote the row. Who reads by them leaves aside what is not
/// settled yet. In tables that were restored from another server's dump such numbers may lie in the future: their rows would not
/// be seen until the server has counted so far, perhaps for years.
/// </summary>
public static class TransactionNumbers
{
    private const string Mark = "TransactionNumber";
    private const int AtOnce = 10_000; // of the same number: who reads on from within them sorts them all

    /// <summary>Says of a column that it holds the number of the transaction that wrote the row.</summary>
    public static PropertyBuilder<T> IsTransactionNumber<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Mark, true);

    /// <summary>Writes over themselves, in their order, the rows whose numbers are another server's. It can be stopped and repeated.</summary>
    /// <returns>How many.</returns>
    internal static Task<long> Renumber(IServiceProvider services, string module, CancellationToken cancellation) => InEachCity(
        services,
        module,
        async (db, column) =>
        {
            var sql =
                $"""
                UPDATE {column.Table} SET {column.Name} = pg_current_xact_id()::text::{column.Type}
                WHERE ctid = ANY (ARRAY(SELECT ctid FROM {column.Table} WHERE {column.IsForeign} ORDER BY {column.Name} LIMIT {AtOnce}))
                """;
            var (all, some) = (0L, AtOnce);
            while (some == AtOnce)
            {
                all += some = await db.Database.ExecuteSqlRawAsync(sql, cancellation); // a transaction by itself, so that each has its number
            }

            return all;
        },
        cancellation);

    /// <summary>How many rows bear another server's number.</summary>
    internal static Task<long> CountForeign(IServiceProvider services, string module, CancellationToken cancellation) => InEachCity(
        services,
        module,
        (db, column) =>
        {
            var sql = $"""SELECT count(*) AS "Value" FROM {column.Table} WHERE {column.IsForeign}""";
            return db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellation);
        },
        cancellation);

    // City by city, because row-level security shows a city's rows to nobody else, the tables' owner included.
    private static async Task<long> InEachCity(
        IServiceProvider services, string module, Func<ModuleDb, Column, Task<long>> work, CancellationToken cancellation)
    {
        var rows = 0L;
        await using var scope = services.CreateAsyncScope();
        var db = TablesOf(module, scope);
        foreach (var column in db.Database.IsNpgsql() ? Columns(db) : [])
        {
            foreach (var city in column.IsOfCities ? await db.Set<KnownCity>().Select(c => c.Id).ToListAsync(cancellation) : [Guid.Empty])
            {
                await using var within = services.CreateAsyncScope();
                within.ServiceProvider.WorkIn(city, $"{module}.numbers");
                rows += await work(TablesOf(module, within), column);
            }
        }

        return rows;
    }

    private static ModuleDb TablesOf(string module, AsyncServiceScope scope) =>
        scope.ServiceProvider.GetServices<ModuleDb>().Single(db => db.Module == module);

    private static IEnumerable<Column> Columns(ModuleDb db) =>
        from type in db.Model.GetEntityTypes()
        from property in type.GetProperties()
        where property.FindAnnotation(Mark) is not null
        select new Column(
            db.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema()),
            property.GetColumnName(),
            property.GetColumnType(),
            type.ClrType.IsSubclassOf(typeof(Aggregate)));

    private sealed record Column(string Table, string Name, string Type, bool IsOfCities)
    {
        // Nothing that is committed here has such a number yet.
        public string IsForeign => string.Create(CultureInfo.InvariantCulture, $"{Name} >= pg_snapshot_xmax(pg_current_snapshot())::text::{Type}");
    }
}
