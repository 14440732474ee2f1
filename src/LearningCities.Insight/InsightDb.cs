namespace LearningCities.Insight;

/// <summary>One row for each thing that is counted, so that an event which comes twice counts once. No row says whose.</summary>
internal abstract class InsightDb(DbContextOptions options, ModuleScope<InsightDb> scope) : ModuleDb(options, scope)
{
    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<Award> Awards => Set<Award>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>The thing with this id; a new one if it is heard of for the first time, by whichever event.</summary>
    public async Task<T> Counted<T>(Guid id, Func<Guid, T> first, CancellationToken cancellation) where T : Aggregate =>
        await Set<T>().ById(id, cancellation) ?? Add(first(City)).Entity;
}

// One model, two engines: each has migrations of its own.
internal sealed class SqliteInsightDb(DbContextOptions<SqliteInsightDb> options, ModuleScope<InsightDb> scope)
    : InsightDb(options, scope);

internal sealed class PostgreSqlInsightDb(DbContextOptions<PostgreSqlInsightDb> options, ModuleScope<InsightDb> scope)
    : InsightDb(options, scope);
