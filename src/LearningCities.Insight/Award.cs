namespace LearningCities.Insight;

/// <summary>An award of a badge as it is counted. Who holds it stays in Badges.</summary>
internal sealed class Award(Guid id, Guid city, Guid organisationId) : Aggregate(id, city)
{
    public Guid OrganisationId { get; private set; } = organisationId;

    /// <summary>Null until that is heard of: its revocation may come first.</summary>
    public DateTimeOffset? AwardedAt { get; private set; }

    /// <summary>For good: an award that was revoked does not come back.</summary>
    public bool Revoked { get; private set; }

    public void Make(DateTimeOffset at)
    {
        if (AwardedAt is null)
        {
            AwardedAt = at;
            Version++;
        }
    }

    public void Revoke()
    {
        if (!Revoked)
        {
            Revoked = true;
            Version++;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Award>
    {
        public void Configure(EntityTypeBuilder<Award> award) => award.HasIndex(a => new { a.City, a.AwardedAt });
    }
}
