namespace LearningCities.Catalogue;

internal abstract class CatalogueDb(DbContextOptions options, ModuleScope<CatalogueDb> scope) : ModuleDb(options, scope);

// One model, two engines: each has migrations of its own.
internal sealed class SqliteCatalogueDb(DbContextOptions<SqliteCatalogueDb> options, ModuleScope<CatalogueDb> scope)
    : CatalogueDb(options, scope);

internal sealed class PostgreSqlCatalogueDb(DbContextOptions<PostgreSqlCatalogueDb> options, ModuleScope<CatalogueDb> scope)
    : CatalogueDb(options, scope);
