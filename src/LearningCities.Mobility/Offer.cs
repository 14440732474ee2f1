namespace LearningCities.Mobility;

/// <summary>A place to learn at an organisation, for learners of every city.</summary>
internal sealed class Offer(Guid id, Guid city, Guid organisationId, LocalizedText title, DateOnly from, DateOnly to, int places)
    : PublicAggregate(id, city)
{
    public const int LongestTitle = 200;
    public const int LongestDescription = 4000;
    public const int LongestField = 80;
    public const int MostPlaces = 500;

    /// <summary>Who takes the learner in.</summary>
    public Guid OrganisationId { get; private set; } = organisationId;

    public LocalizedText Title { get; private set; } = title;

    public required LocalizedText Description { get; init; }

    /// <summary>What is learned there, in a word or two, for instance <c>bicycle mechanics</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What is spoken there, the most useful first (BCP 47).</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public DateOnly From { get; private set; } = from;

    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; } = to;

    public int Places { get; private set; } = places;

    /// <summary>What the learner is given for each week, in minor units; null for nothing.</summary>
    public long? AllowanceAmount { get; init; }

    public string? AllowanceCurrency { get; init; }

    /// <summary>A learner applies. Both organisations are then asked, in whichever order.</summary>
    public Placement Apply(Guid learnerId, Guid learnersCity, Guid sendingOrganisationId, string motivation, DateOnly today, DateTimeOffset now) =>
        today >= From ? throw new RuleViolationException("offer-over", $"It began on {From:O}.")
        : sendingOrganisationId == OrganisationId ? throw new RuleViolationException(
            "sending-is-host", "The host cannot send you to itself: choose your school, or who else sends you.")
        : Placement.Of(this, learnerId, learnersCity, sendingOrganisationId, motivation, today, now);

    /// <summary>The host takes one more learner in. Counted on the version, so that of two for the last place one is refused.</summary>
    public void TakeIn(int taken)
    {
        if (taken >= Places)
        {
            throw new RuleViolationException("offer-full", $"All {Places} places are taken.");
        }

        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> offer)
        {
            offer.Property(o => o.Field).HasMaxLength(LongestField);
            offer.Property(o => o.AllowanceCurrency).HasMaxLength(3);
            offer.HasIndex(o => o.Id).IsUnique(); // found without its city
            offer.HasIndex(o => new { o.From, o.Id });
        }
    }
}
