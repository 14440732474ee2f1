namespace LearningCities.Badges;

internal sealed class Badge(Guid id, Guid city, Guid organisationId, LocalizedText name) : Aggregate(id, city)
{
    public const int LongestName = 200;

    /// <summary>Who defined it and awards it.</summary>
    public Guid OrganisationId { get; private set; } = organisationId;

    public LocalizedText Name { get; private set; } = name;

    public DateTimeOffset? RetiredAt { get; private set; }

    public Award AwardTo(Guid learnerId, string? evidence, DateTimeOffset now) =>
        RetiredAt is null
            ? new Award(Guid.CreateVersion7(now), City, Id, learnerId, evidence, now)
            : throw new RuleViolationException("badge-retired", $"'{Name}' is no longer awarded.");

    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Version++;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Badge>
    {
        public void Configure(EntityTypeBuilder<Badge> badge) => badge.Property(b => b.Name).HasMaxLength(8 * LongestName);
    }
}
