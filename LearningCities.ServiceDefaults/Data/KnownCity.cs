using LearningCities.Contracts;
using LearningCities.Contracts.Identity;
using LearningCities.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningCities.ServiceDefaults.Data;

/// <summary>
/// What every module knows of each city: how addresses name it. Kept from Identity's events, so that no module has to ask
/// another one whose page it is showing. Public, and so the same for every caller.
/// </summary>
public sealed class KnownCity
{
    public required Guid Id { get; init; }

    /// <summary>For instance <c>szeged</c>.</summary>
    public required string ShortName { get; set; }

    public required LocalizedText Name { get; set; }

    /// <summary>An IANA name, for instance <c>Europe/Budapest</c>.</summary>
    public required string TimeZone { get; set; }

    public required long Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<KnownCity>
    {
        public void Configure(EntityTypeBuilder<KnownCity> city)
        {
            city.HasKey(c => c.Id);
            city.Property(c => c.Id).ValueGeneratedNever();
            city.HasIndex(c => c.ShortName).IsUnique();
        }
    }
}

/// <summary>Each module remembers each city; the ground adds it to all of them.</summary>
internal sealed class RememberCity<TDb>(TDb db, CityNames<TDb> names) : IEventHandler<CityChanged> where TDb : ModuleDb
{
    public async Task Handle(CityChanged happened, CancellationToken cancellation)
    {
        var known = await db.Set<KnownCity>().SingleOrDefaultAsync(c => c.Id == happened.City, cancellation);
        if (known is null)
        {
            db.Add(new KnownCity
            {
                Id = happened.City,
                ShortName = happened.ShortName,
                Name = happened.Name,
                TimeZone = happened.TimeZone,
                Version = happened.Version,
            });
        }
        else if (known.Version < happened.Version)
        {
            (known.ShortName, known.Name) = (happened.ShortName, happened.Name);
            (known.TimeZone, known.Version) = (happened.TimeZone, happened.Version);
        }

        names.Forget();
    }
}
