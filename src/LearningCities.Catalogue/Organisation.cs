using LearningCities.Contracts.Identity;

namespace LearningCities.Catalogue;

/// <summary>What the catalogue knows of an organisation, by Identity's events. Its version is theirs.</summary>
internal sealed class Organisation(Guid id, Guid city, LocalizedText name) : Aggregate(id, city)
{
    public LocalizedText Name { get; private set; } = name;

    public static Organisation Of(OrganisationChanged happened) =>
        new(happened.OrganisationId, happened.City, happened.Name) { Version = happened.Version };

    /// <returns>Whether the event says something new.</returns>
    public bool Rename(OrganisationChanged happened)
    {
        if (happened.Version <= Version)
        {
            return false;
        }

        (Name, Version) = (happened.Name, happened.Version);
        return true;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> organisation) => organisation.Property(o => o.Id).ValueGeneratedNever();
    }
}

/// <summary>Keeps the names of organisations, also of those whose activities came first.</summary>
internal sealed class RememberOrganisation(CatalogueDb db) : IEventHandler<OrganisationChanged>
{
    public async Task Handle(OrganisationChanged happened, CancellationToken cancellation)
    {
        if (await db.Organisations.ById(happened.OrganisationId, cancellation) is not { } known)
        {
            db.Organisations.Add(Organisation.Of(happened));
        }
        else if (!known.Rename(happened))
        {
            return;
        }

        // Written over by themselves, so that they get new change numbers: the index has the organisation's name, too.
        await db.Activities
            .Where(activity => activity.OrganisationId == happened.OrganisationId)
            .ExecuteUpdateAsync(set => set.SetProperty(activity => activity.Version, activity => activity.Version), cancellation);
    }
}
