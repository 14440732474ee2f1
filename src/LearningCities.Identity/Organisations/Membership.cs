namespace LearningCities.Identity.Organisations;

/// <summary>That a person is on an organisation's staff, and so acts in its name.</summary>
internal sealed class Membership(Guid id, Guid city, Guid organisationId, Guid personId, DateTimeOffset since)
    : Aggregate(id, city)
{
    public Guid OrganisationId { get; private set; } = organisationId;

    public Guid PersonId { get; private set; } = personId;

    public DateTimeOffset Since { get; private set; } = since;

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            EndedAt = now;
            Version++;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> membership)
        {
            membership.HasIndex(m => new { m.City, m.PersonId, m.OrganisationId }).IsUnique().HasFilter("ended_at IS NULL");
            membership.HasIndex(m => new { m.City, m.OrganisationId });
        }
    }
}
