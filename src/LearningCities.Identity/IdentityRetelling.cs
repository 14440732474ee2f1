namespace LearningCities.Identity;

/// <summary>What Identity tells again: the directory. That somebody wanted a new password is over.</summary>
internal sealed class IdentityRetelling : IRetelling<IdentityDb>
{
    /// <summary>Its own: what others know of cities, they know from here.</summary>
    public IQueryable<Guid> Cities(IdentityDb db) => db.Cities.Select(city => city.Id);

    public IReadOnlyList<ToTell<IdentityDb>> Things { get; } =
    [
        new(db => db.Cities.Where(city => city.Id == db.City).Select(city => city.Id), TellCities),
        new(db => db.Organisations.Where(o => o.CityId == db.City).Select(o => o.Id), TellOrganisations),
    ];

    private static async Task TellCities(IdentityDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var city in await db.Cities.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellation))
        {
            db.Publish(city.Changed());
        }
    }

    private static async Task TellOrganisations(IdentityDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(cancellation))
        {
            db.Publish(organisation.Changed());
        }
    }
}
