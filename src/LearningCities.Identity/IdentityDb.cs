using LearningCities.Identity.Cities;
using LearningCities.Identity.Disclosures;
using LearningCities.Identity.Keys;
using LearningCities.Identity.Limits;
using LearningCities.Identity.Organisations;
using LearningCities.Identity.Passwords;
using LearningCities.Identity.People;

namespace LearningCities.Identity;

internal abstract class IdentityDb(DbContextOptions options, ModuleScope<IdentityDb> scope) : ModuleDb(options, scope)
{
    public DbSet<City> Cities => Set<City>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Whereabouts> Whereabouts => Set<Whereabouts>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<ResetLink> ResetLinks => Set<ResetLink>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    public DbSet<Taken> Taken => Set<Taken>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>An organisation of the caller's city; another city's is not there.</summary>
    public Task<Organisation?> OrganisationOfCity(Guid id, CancellationToken cancellation) =>
        Organisations.SingleOrDefaultAsync(o => o.Id == id && o.CityId == City, cancellation);

    /// <summary>The person of the caller's city with this e-mail address.</summary>
    public Task<Person?> PersonByEmail(string email, CancellationToken cancellation)
    {
        var normal = Person.Normal(email);
        return People.SingleOrDefaultAsync(p => p.NormalEmail == normal, cancellation);
    }
}

// One model, two engines: each has migrations of its own.
internal sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options, ModuleScope<IdentityDb> scope)
    : IdentityDb(options, scope);

internal sealed class PostgreSqlIdentityDb(DbContextOptions<PostgreSqlIdentityDb> options, ModuleScope<IdentityDb> scope)
    : IdentityDb(options, scope);
