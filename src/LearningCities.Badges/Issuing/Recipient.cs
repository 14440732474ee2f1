namespace LearningCities.Badges.Issuing;

/// <summary>
/// Who a learner is inside credentials: an id that means nothing anywhere else, so that two who hold her badges learn from
/// it that they are one person's, and nothing of her account.
/// </summary>
internal sealed class Recipient(Guid id, Guid city, Guid learnerId) : Aggregate(id, city)
{
    public Guid LearnerId { get; private set; } = learnerId;

    internal sealed class Mapping : IEntityTypeConfiguration<Recipient>
    {
        public void Configure(EntityTypeBuilder<Recipient> recipient) =>
            recipient.HasIndex(r => new { r.City, r.LearnerId }).IsUnique();
    }
}
