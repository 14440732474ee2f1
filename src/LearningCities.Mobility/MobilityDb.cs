namespace LearningCities.Mobility;

internal abstract class MobilityDb(DbContextOptions options, ModuleScope<MobilityDb> scope) : ModuleDb(options, scope);

// One model, two engines: each has migrations of its own.
internal sealed class SqliteMobilityDb(DbContextOptions<SqliteMobilityDb> options, ModuleScope<MobilityDb> scope)
    : MobilityDb(options, scope);

internal sealed class PostgreSqlMobilityDb(DbContextOptions<PostgreSqlMobilityDb> options, ModuleScope<MobilityDb> scope)
    : MobilityDb(options, scope);
