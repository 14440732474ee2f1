namespace LearningCities.Insight;

internal abstract class InsightDb(DbContextOptions options, ModuleScope<InsightDb> scope) : ModuleDb(options, scope);

// One model, two engines: each has migrations of its own.
internal sealed class SqliteInsightDb(DbContextOptions<SqliteInsightDb> options, ModuleScope<InsightDb> scope)
    : InsightDb(options, scope);

internal sealed class PostgreSqlInsightDb(DbContextOptions<PostgreSqlInsightDb> options, ModuleScope<InsightDb> scope)
    : InsightDb(options, scope);
