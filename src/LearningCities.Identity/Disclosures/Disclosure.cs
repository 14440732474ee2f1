namespace LearningCities.Identity.Disclosures;

/// <summary>
/// That an organisation may know a learner's name, because she has signed up for something of its own, or goes abroad by it.
/// A read model of events; the organisation may be of another city than she, and both cities see the row.
/// </summary>
/// <param name="throughId">The sign-up or placement that it rests on.</param>
internal sealed class Disclosure(
    Guid throughId, Guid organisationId, Guid organisationCity, Guid learnerId, Guid learnerCity)
{
    public Guid ThroughId { get; private set; } = throughId;

    public Guid OrganisationId { get; private set; } = organisationId;

    public Guid OrganisationCity { get; private set; } = organisationCity;

    public Guid LearnerId { get; private set; } = learnerId;

    public Guid LearnerCity { get; private set; } = learnerCity;

    public bool Open { get; private set; }

    /// <summary>The sign-up's or placement's, of the latest event.</summary>
    public long Version { get; private set; }

    public void Take(bool open, long version)
    {
        if (version > Version)
        {
            (Open, Version) = (open, version);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Disclosure>
    {
        public void Configure(EntityTypeBuilder<Disclosure> disclosure)
        {
            disclosure.HasKey(d => new { d.ThroughId, d.OrganisationId });
            disclosure.HasIndex(d => new { d.LearnerId, d.OrganisationId });
        }
    }
}

internal static class Disclosures
{
    /// <summary>The row for what the event tells of, a new one if there is none.</summary>
    public static async Task<Disclosure> DisclosureThrough(
        this IdentityDb db,
        Guid throughId,
        (Guid Id, Guid City) organisation,
        (Guid Id, Guid City) learner,
        CancellationToken cancellation) =>
        await db.Disclosures.FindAsync([throughId, organisation.Id], cancellation)
        ?? db.Add(new Disclosure(throughId, organisation.Id, organisation.City, learner.Id, learner.City)).Entity;
}
