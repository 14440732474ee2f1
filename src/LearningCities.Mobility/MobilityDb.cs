namespace LearningCities.Mobility;

internal abstract class MobilityDb(DbContextOptions options, ModuleScope<MobilityDb> scope) : ModuleDb(options, scope)
{
    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>
    /// Those the caller is party to, by herself or for an organisation. Whose city alone is among the parties sees none.
    /// </summary>
    public IQueryable<Placement> PlacementsOf(Caller caller)
    {
        var (person, organisations) = (caller.Person, caller.OrganisationsManaged());
        return Placements.Where(p => p.Parties.Any(party => party.Who == person || organisations.Contains(party.Who)));
    }

    /// <summary>The date in a city now: what begins on a day begins on that city's day.</summary>
    public async Task<DateOnly> Today(Guid city, DateTimeOffset now, CancellationToken cancellation)
    {
        var zone = await Set<KnownCity>().Where(c => c.Id == city).Select(c => c.TimeZone).SingleOrDefaultAsync(cancellation);
        var there = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, there).DateTime);
    }
}

// One model, two engines: each has migrations of its own.
internal sealed class SqliteMobilityDb(DbContextOptions<SqliteMobilityDb> options, ModuleScope<MobilityDb> scope)
    : MobilityDb(options, scope);

internal sealed class PostgreSqlMobilityDb(DbContextOptions<PostgreSqlMobilityDb> options, ModuleScope<MobilityDb> scope)
    : MobilityDb(options, scope);
