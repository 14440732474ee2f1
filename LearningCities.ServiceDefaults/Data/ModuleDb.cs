using System.Reflection;
using LearningCities.Contracts;
using LearningCities.ServiceDefaults.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LearningCities.ServiceDefaults.Data;

/// <summary>
/// A module's tables. It shows and saves one city's rows only, and it has one way to save: Commit in a verb;
/// a handler of events is saved by who calls it.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, ModuleScope scope) : DbContext(options)
{
    private static readonly MethodInfo DescribeNoun =
        typeof(ModuleDb).GetMethod(nameof(Describe), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private static readonly MethodInfo DescribeSharedNoun =
        typeof(ModuleDb).GetMethod(nameof(DescribeShared), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private bool _hasNews;

    /// <summary>The city whose rows are seen and saved. The query filter reads it anew for each query.</summary>
    public Guid City => scope.Caller.City;

    /// <summary>Whether what is published here was told before, so that it is news to nobody.</summary>
    internal bool TellsAgain { get; set; }

    /// <summary>Announces what has happened: saved with the change and sent afterwards, neither without the other.</summary>
    public void Publish<TEvent>(TEvent happened) where TEvent : IEvent
    {
        var message = OutboxMessage.Of(happened, scope.Database.HandlersOf(TEvent.Type), TellsAgain);
        Add(message);
        _hasNews |= message.IsToBeTold;
    }

    /// <summary>
    /// Has the commit fail if this thing has changed since it was read: for a rule of one thing that decides about another.
    /// (EF writes the version it read over itself, and finds no row if it is another one by now.)
    /// </summary>
    public void RelyOn<T>(T thing) where T : Aggregate => Entry(thing).Property(t => t.Version).IsModified = true;

    /// <summary>
    /// Saves what was changed and published, and gives the answer back. It is the only way a verb saves: one transaction,
    /// as short as can be, so slow work (hashing, signing, fetching) belongs before it.
    /// </summary>
    public async Task<Ok<T>> Commit<T>(Ok<T> answer, CancellationToken cancellation)
    {
        await InTransaction(() => SaveChangesAsync(cancellation), cancellation);
        return answer;
    }

    /// <summary>The same, and the answer is saved, too: who repeats the request gets it, and nothing is created twice.</summary>
    public async Task<Created<T>> Commit<T>(Created<T> answer, CancellationToken cancellation)
    {
        Add(scope.Request.Keep(answer));
        await InTransaction(() => SaveChangesAsync(cancellation), cancellation);
        return answer;
    }

    /// <summary>The same where no answer is kept: a job, or a request that is only taken in.</summary>
    public Task Commit(CancellationToken cancellation) => InTransaction(() => SaveChangesAsync(cancellation), cancellation);

    /// <summary>For workers and jobs, which answer nobody: what the work saves is saved together, or not at all.</summary>
    public async Task InTransaction(Func<Task> work, CancellationToken cancellation)
    {
        using (await scope.Database.Gate.Enter(cancellation))
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellation);
            await work();
            await transaction.CommitAsync(CancellationToken.None); // too late to give up: half a commit is no answer
        }

        if (_hasNews)
        {
            scope.Database.Bell.Ring();
        }
    }

    internal string Module => scope.Database.Module;

    /// <summary>Holds up everybody who would write, until it is disposed of.</summary>
    internal async Task<IDisposable> Pause(CancellationToken cancellation) => await scope.Database.Gate.Enter(cancellation);

    internal IEnumerable<string> Tables() => Model.GetEntityTypes()
        .Where(type => type.GetTableName() is not null)
        .Select(type => this.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema()))
        .Distinct();

    /// <summary>The table's name as SQL wants it, for a statement that EF cannot say.</summary>
    public string Table<T>()
    {
        var type = Model.FindEntityType(typeof(T))!;
        return this.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema());
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Save with Commit: it brings the transaction that events and answers need.");
        }

        foreach (var entry in ChangeTracker.Entries<Aggregate>().Where(e => e.State is not EntityState.Unchanged))
        {
            var cities = entry.Entity is IShared shared ? shared.Cities : [entry.Entity.City];
            if (!cities.Contains(City))
            {
                throw new InvalidOperationException($"This {entry.Metadata.ShortName()} is not of the caller's city.");
            }

            if (entry.State is EntityState.Modified && !entry.Property(noun => noun.Version).IsModified)
            {
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} changed and its version did not.");
            }
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with Commit.");

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql())
        {
            modelBuilder.HasDefaultSchema(scope.Database.Module);
        }

        var types = modelBuilder.Model.GetEntityTypes().Select(type => type.ClrType);
        foreach (var noun in types.Where(type => type.IsSubclassOf(typeof(Aggregate))).ToList())
        {
            var describe = noun.IsAssignableTo(typeof(IShared)) ? DescribeSharedNoun : DescribeNoun;
            describe.MakeGenericMethod(noun).Invoke(this, [modelBuilder]);
        }

        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.ApplyConfiguration(new OutboxMessage.Mapping(Database));
        modelBuilder.ApplyConfiguration(new OutboxDelivery.Mapping());
        modelBuilder.ApplyConfiguration(new InboxMessage.Mapping(Database));
        modelBuilder.ApplyConfiguration(new ParkedMessage.Mapping(Database));
        modelBuilder.ApplyConfiguration(new IdempotencyKey.Mapping(Database));
        modelBuilder.ApplyConfiguration(new KnownCity.Mapping());
        modelBuilder.UseSnakeCase();
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.UseInstants(Database);
        configurationBuilder.UseLocalizedTexts();
    }

    private void Describe<T>(ModelBuilder model) where T : Aggregate => model.Entity<T>(noun =>
    {
        noun.HasKey(t => new { t.City, t.Id });
        noun.Property(t => t.Version).IsConcurrencyToken();
        if (!typeof(T).IsAssignableTo(typeof(PublicAggregate)))
        {
            noun.HasQueryFilter("city", t => t.City == City);
        }
    });

    private void DescribeShared<T>(ModelBuilder model) where T : SharedAggregate<T>
    {
        model.Entity<T>(noun =>
        {
            noun.HasKey(t => t.Id); // read in several cities, so found without one
            noun.Property(t => t.Id).ValueGeneratedNever();
            noun.Property(t => t.Version).IsConcurrencyToken();
            noun.HasMany(t => t.Parties).WithOne().HasForeignKey(p => p.ThingId);
            noun.HasQueryFilter("parties", t => t.Parties.Any(p => p.City == City));
        });
        model.Entity<Party<T>>(party =>
        {
            party.HasKey(p => new { p.ThingId, p.Role });
            party.Property(p => p.Role).HasMaxLength(20);
            party.HasIndex(p => new { p.City, p.Who });
            party.HasQueryFilter("city", p => p.City == City);
        });
    }
}
