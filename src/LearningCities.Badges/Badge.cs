namespace LearningCities.Badges;

/// <summary>What an organisation awards, and what one has to show for it. What was once defined stays as it was.</summary>
internal sealed class Badge(
    Guid id,
    Guid city,
    Guid organisationId,
    LocalizedText name,
    LocalizedText description,
    LocalizedText criteria,
    string[] skills,
    int level) : Aggregate(id, city)
{
    public const int LongestName = 200;
    public const int LongestText = 2000;
    public const int LongestSkill = 100;
    public const int MostSkills = 20;
    public const int HighestLevel = 4;

    /// <summary>Who defined it and awards it.</summary>
    public Guid OrganisationId { get; private set; } = organisationId;

    public LocalizedText Name { get; private set; } = name;

    public LocalizedText Description { get; private set; } = description;

    /// <summary>What one has to show to be awarded it.</summary>
    public LocalizedText Criteria { get; private set; } = criteria;

    public string[] Skills { get; private set; } = skills;

    /// <summary>1 to 4: engages, takes part, shows, leads.</summary>
    public int Level { get; private set; } = level;

    public required Design Design { get; init; }

    public DateTimeOffset? RetiredAt { get; private set; }

    public Award AwardTo(Guid learnerId, string because, string? evidence, Guid? activityId, DateTimeOffset now) =>
        RetiredAt is null
            ? new Award(Guid.CreateVersion7(now), City, Id, OrganisationId, learnerId, because, evidence, activityId, now)
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
        public void Configure(EntityTypeBuilder<Badge> badge)
        {
            badge.ComplexProperty(b => b.Design);
            badge.HasIndex(b => new { b.City, b.OrganisationId });
        }
    }
}

/// <summary>How a badge looks. Its level and its organisation's hand show in it, too.</summary>
/// <param name="Hue">Degrees on the colour circle (OKLCH), 0 to 359.</param>
internal sealed record Design(string Shape, string Emblem, int Hue);
