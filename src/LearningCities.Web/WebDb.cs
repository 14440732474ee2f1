using LearningCities.Web.Sessions;

namespace LearningCities.Web;

internal abstract class WebDb(DbContextOptions options, ModuleScope<WebDb> scope) : ModuleDb(options, scope)
{
    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<CookieKey> CookieKeys => Set<CookieKey>();
}

internal sealed class SqliteWebDb(DbContextOptions<SqliteWebDb> options, ModuleScope<WebDb> scope) : WebDb(options, scope);

internal sealed class PostgreSqlWebDb(DbContextOptions<PostgreSqlWebDb> options, ModuleScope<WebDb> scope)
    : WebDb(options, scope);
