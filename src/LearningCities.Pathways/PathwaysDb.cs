namespace LearningCities.Pathways;

internal abstract class PathwaysDb(DbContextOptions options, ModuleScope<PathwaysDb> scope) : ModuleDb(options, scope)
{
    public DbSet<Pathway> Pathways => Set<Pathway>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Learner> Learners => Set<Learner>();

    /// <summary>The learner's own pathways, with what their steps show. Anybody else's are not there.</summary>
    public IQueryable<Pathway> Of(Caller caller) => WithActivities.Where(p => p.LearnerId == caller.Person);

    /// <summary>Those that have the activity for a step.</summary>
    public IQueryable<Pathway> With(Guid activityId) =>
        WithActivities.Where(p => EF.Property<List<Step>>(p, "_steps").Any(s => s.ActivityId == activityId));

    /// <summary>The learner with this id; new if nothing is known of her.</summary>
    public async Task<Learner> Learner(Guid id, CancellationToken cancellation) =>
        await Learners.ById(id, cancellation) ?? Learners.Add(new Learner(id, City)).Entity;

    /// <summary>The activity with this id; new if nothing is known of it.</summary>
    public async Task<Activity> Activity(Guid id, CancellationToken cancellation) =>
        await Activities.ById(id, cancellation) ?? Activities.Add(new Activity(id, City)).Entity;

    /// <summary>Tells the suite if the change has completed the pathway.</summary>
    public void Settle(Pathway pathway, DateTimeOffset now)
    {
        if (pathway.Settle(now) is { } completed)
        {
            Publish(completed);
        }
    }

    /// <summary>What steps show of the activity has changed: so have the pathways it is on.</summary>
    public async Task Heed(Activity activity, DateTimeOffset now, CancellationToken cancellation)
    {
        await SaveChangesAsync(cancellation); // holds its row: who adds it as a step now is seen below, or decides again
        foreach (var pathway in await With(activity.Id).ToListAsync(cancellation))
        {
            pathway.HeedActivity();
            Settle(pathway, now);
        }
    }

    private IQueryable<Pathway> WithActivities => Pathways.Include("_steps.Activity");
}

// One model, two engines: each has migrations of its own.
internal sealed class SqlitePathwaysDb(DbContextOptions<SqlitePathwaysDb> options, ModuleScope<PathwaysDb> scope)
    : PathwaysDb(options, scope);

internal sealed class PostgreSqlPathwaysDb(DbContextOptions<PostgreSqlPathwaysDb> options, ModuleScope<PathwaysDb> scope)
    : PathwaysDb(options, scope);
