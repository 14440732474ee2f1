namespace LearningCities.Insight;

/// <summary>
/// A placement abroad as it is counted: from the moment everybody agreed, unless it came to nothing after all. Who goes
/// stays in Mobility.
/// </summary>
internal sealed class Placement(Guid id, Guid city, Guid organisationId) : Aggregate(id, city)
{
    /// <summary>The sending organisation.</summary>
    public Guid OrganisationId { get; private set; } = organisationId;

    /// <summary>The earliest news that it was agreed, whatever order news came in; null before.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>It was declined or withdrawn.</summary>
    public bool CameToNothing { get; private set; }

    /// <summary>The version of the latest event.</summary>
    public long Latest { get; private set; }

    public void Move(string state, DateTimeOffset at, long version)
    {
        var isEarlier = state is "agreed" or "abroad" or "back" && !(AgreedAt <= at);
        if (!isEarlier && version <= Latest)
        {
            return;
        }

        AgreedAt = isEarlier ? at : AgreedAt;

        if (version > Latest)
        {
            (CameToNothing, Latest) = (state is "declined" or "withdrawn", version);
        }

        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Placement>
    {
        public void Configure(EntityTypeBuilder<Placement> placement) =>
            placement.HasIndex(p => new { p.City, p.AgreedAt });
    }
}
