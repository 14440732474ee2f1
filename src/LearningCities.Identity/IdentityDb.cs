namespace LearningCities.Identity;

internal abstract class IdentityDb(DbContextOptions options, ModuleScope<IdentityDb> scope) : ModuleDb(options, scope);

// One model, two engines: each has migrations of its own.
internal sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options, ModuleScope<IdentityDb> scope)
    : IdentityDb(options, scope);

internal sealed class PostgreSqlIdentityDb(DbContextOptions<PostgreSqlIdentityDb> options, ModuleScope<IdentityDb> scope)
    : IdentityDb(options, scope);
