using LearningCities.Catalogue.Counting;
using LearningCities.Catalogue.Searching;

namespace LearningCities.Catalogue;

internal abstract class CatalogueDb(DbContextOptions options, ModuleScope<CatalogueDb> scope, ActivityFeed feed)
    : ModuleDb(options, scope)
{
    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Seats> Seats => Set<Seats>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<SearchCount> SearchCounts => Set<SearchCount>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(new RingOnCommit(feed));
}

// One model, two engines: each has migrations of its own.
internal sealed class SqliteCatalogueDb(
    DbContextOptions<SqliteCatalogueDb> options, ModuleScope<CatalogueDb> scope, ActivityFeed feed)
    : CatalogueDb(options, scope, feed);

internal sealed class PostgreSqlCatalogueDb(
    DbContextOptions<PostgreSqlCatalogueDb> options, ModuleScope<CatalogueDb> scope, ActivityFeed feed)
    : CatalogueDb(options, scope, feed);
