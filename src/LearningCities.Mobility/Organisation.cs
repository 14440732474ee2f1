using LearningCities.Contracts.Identity;

namespace LearningCities.Mobility;

/// <summary>What is publicly known of an organisation, in whichever city: a placement has one on each side.</summary>
internal sealed class Organisation
{
    public required Guid Id { get; init; }

    public required Guid City { get; init; }

    public required LocalizedText Name { get; set; }

    public required string? Website { get; set; }

    public required long Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> organisation)
        {
            organisation.HasKey(o => o.Id);
            organisation.Property(o => o.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>Keeps the directory. Events come twice and out of order, so what is not newer is left aside.</summary>
internal sealed class RememberOnOrganisationChanged(MobilityDb db) : IEventHandler<OrganisationChanged>
{
    public async Task Handle(OrganisationChanged happened, CancellationToken cancellation)
    {
        var known = await db.Organisations.SingleOrDefaultAsync(o => o.Id == happened.OrganisationId, cancellation);
        if (known is null)
        {
            db.Organisations.Add(new Organisation
            {
                Id = happened.OrganisationId,
                City = happened.City,
                Name = happened.Name,
                Website = happened.Website,
                Version = happened.Version,
            });
        }
        else if (known.Version < happened.Version)
        {
            (known.Name, known.Website, known.Version) = (happened.Name, happened.Website, happened.Version);
        }
    }
}
