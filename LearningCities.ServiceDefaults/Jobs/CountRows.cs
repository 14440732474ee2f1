using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults;

/// <summary>Reads every table of a module to its end. On PostgreSQL a city's rows are shown to that city alone: each is asked for its own.</summary>
internal static class CountRows
{
    public static async Task<long> Of(ModuleDb db, IServiceProvider services, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, string> ofCities =
            db.Database.IsNpgsql() ? await OfCities(db, cancellation) : new Dictionary<string, string>();
        var rows = 0L;
        foreach (var table in db.Tables().Except(ofCities.Keys))
        {
            rows += await Count(db, $"SELECT count(*) AS \"Value\" FROM {table}", cancellation);
        }

        foreach (var city in ofCities.Count == 0 ? [] : await db.Set<KnownCity>().Select(c => c.Id).ToListAsync(cancellation))
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.WorkIn(city, "verify");
            var within = scope.ServiceProvider.GetServices<ModuleDb>().Single(d => d.Module == db.Module);
            foreach (var (table, ofIt) in ofCities)
            {
                rows += await Count(within, $"SELECT count(*) AS \"Value\" FROM {table} WHERE {ofIt} = '{city}'", cancellation);
            }
        }

        return rows;
    }

    private static Task<long> Count(ModuleDb db, string sql, CancellationToken cancellation) =>
        db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellation);

    /// <summary>The tables under a lock, and where each of their rows has its city: in itself, or in the thing that it is a part of.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> OfCities(ModuleDb db, CancellationToken cancellation)
    {
        var locked = await db.Database.SqlQuery<string>(
            $"""SELECT relname AS "Value" FROM pg_class WHERE relnamespace = {db.Module}::regnamespace AND relrowsecurity""")
            .ToListAsync(cancellation);
        return db.Model.GetEntityTypes()
            .Where(type => type.GetTableName() is { } table && locked.Contains(table))
            .GroupBy(type => type.GetTableName()!)
            .ToDictionary(types => $"{db.Module}.{types.Key}", types => CityOf(db.Module, types.FirstOrDefault(HasCity) ?? types.First()));
    }

    private static string CityOf(string schema, IEntityType type)
    {
        var cities = type.GetProperties().Select(property => property.GetColumnName()).Where(column => column.EndsWith("city", StringComparison.Ordinal));
        return HasCity(type) ? "city"
            : type.GetForeignKeys().FirstOrDefault() is { } whole
                ? $"(SELECT whole.city FROM {schema}.{whole.PrincipalEntityType.GetTableName()} whole WHERE whole.id = {type.GetTableName()}.{whole.Properties[^1].GetColumnName()})"
            : cities.First(); // of two cities that see it, one counts it
    }

    private static bool HasCity(IEntityType type) => type.GetProperties().Any(property => property.GetColumnName() == "city");
}
