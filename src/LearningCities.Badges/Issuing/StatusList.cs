namespace LearningCities.Badges.Issuing;

/// <summary>
/// A published list (Bitstring Status List) in which each award of an organisation has one bit: whether it was revoked.
/// Which bit is whose nobody can tell, because places are drawn at random.
/// </summary>
internal sealed class StatusList(Guid id, Guid city, Guid organisationId, int number) : Aggregate(id, city)
{
    public Guid OrganisationId { get; private set; } = organisationId;

    /// <summary>1 for the organisation's first. New awards go into the last.</summary>
    public int Number { get; private set; } = number;

    internal sealed class Mapping : IEntityTypeConfiguration<StatusList>
    {
        public void Configure(EntityTypeBuilder<StatusList> list) =>
            list.HasIndex(l => new { l.City, l.OrganisationId, l.Number }).IsUnique();
    }
}
