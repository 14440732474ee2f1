namespace LearningCities.Pathways;

internal abstract class PathwaysDb(DbContextOptions options, ModuleScope<PathwaysDb> scope) : ModuleDb(options, scope);

// One model, two engines: each has migrations of its own.
internal sealed class SqlitePathwaysDb(DbContextOptions<SqlitePathwaysDb> options, ModuleScope<PathwaysDb> scope)
    : PathwaysDb(options, scope);

internal sealed class PostgreSqlPathwaysDb(DbContextOptions<PostgreSqlPathwaysDb> options, ModuleScope<PathwaysDb> scope)
    : PathwaysDb(options, scope);
