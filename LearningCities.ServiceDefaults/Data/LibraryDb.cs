using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningCities.ServiceDefaults.Data;

/// <summary>
/// Tables that a library keeps in a module's database. It saves when it likes, so they are in no verb's transaction; and it
/// knows no cities, so what is in them must be nobody's in particular.
/// </summary>
public abstract class LibraryDb(DbContextOptions options, string module) : DbContext(options)
{
    protected abstract void Describe(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql())
        {
            modelBuilder.HasDefaultSchema(module);
        }

        Describe(modelBuilder);
        modelBuilder.UseSnakeCase();
    }
}

public static class AddingLibraryTables
{
    /// <summary>Gives a library tables beside a module's own; they are migrated with them.</summary>
    public static void AddLibraryTables<TDb, TSqlite, TPostgreSql>(this IHostApplicationBuilder builder, string module)
        where TDb : LibraryDb where TSqlite : TDb where TPostgreSql : TDb
    {
        if (builder.Configuration.TableEngine() is Engine.Sqlite)
        {
            builder.Services.AddDbContext<TDb, TSqlite>((provider, options) =>
                options.UseSqlite(provider.GetRequiredService<DataFolder>(), module));
        }
        else
        {
            var connection = builder.Configuration.PostgreSqlConnection(module);
            builder.Services.AddDbContext<TDb, TPostgreSql>(options => options.UseNpgsql(connection, module));
        }

        builder.Services.AddScoped<LibraryDb>(provider => provider.GetRequiredService<TDb>());
    }
}
