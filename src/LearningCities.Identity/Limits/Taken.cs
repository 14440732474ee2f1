namespace LearningCities.Identity.Limits;

/// <summary>
/// How much somebody has taken of a limit of the edge, at all gateways together, until the limit begins anew. Kept here because
/// the edge, which anybody reaches, has no tables; and who it is, is known as a code alone.
/// </summary>
internal sealed class Taken(string who, long count, long endsAt)
{
    public const int LongestWho = 100;

    public string Who { get; private set; } = who;

    public long Count { get; private set; } = count;

    /// <summary>In seconds since 1970, by the database's clock, which both engines count alike.</summary>
    public long EndsAt { get; private set; } = endsAt;

    internal sealed class Mapping : IEntityTypeConfiguration<Taken>
    {
        public void Configure(EntityTypeBuilder<Taken> taken)
        {
            taken.HasKey(t => t.Who);
            taken.Property(t => t.Who).HasMaxLength(LongestWho);
            taken.HasIndex(t => t.EndsAt); // what is over is swept
        }
    }
}
