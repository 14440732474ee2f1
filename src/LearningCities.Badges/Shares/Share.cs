using System.Security.Cryptography;

namespace LearningCities.Badges.Shares;

/// <summary>
/// That a learner lets whoever has the code see one award, under a name that she chose for it. Nobody finds it without.
/// </summary>
internal sealed class Share(
    Guid id, Guid city, Guid awardId, string code, string shownName, DateTimeOffset madeAt, DateTimeOffset? until) : Aggregate(id, city)
{
    public const int LongestName = 100;

    // No letter that is read as another: it is also typed from paper. 26 of 32 signs are 130 bits.
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int CodeLength = 26;

    public Guid AwardId { get; private set; } = awardId;

    public string Code { get; private set; } = code;

    public string ShownName { get; private set; } = shownName;

    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    /// <summary>Null where it has no end.</summary>
    public DateTimeOffset? Until { get; private set; } = until;

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public static string NewCode() => RandomNumberGenerator.GetString(Signs, CodeLength);

    /// <summary>The code as it was given out, however somebody typed it.</summary>
    public static string Read(string typed) =>
        typed.ToLowerInvariant().Replace('o', '0').Replace('i', '1').Replace('l', '1').Replace("-", "").Replace(" ", "");

    public bool IsOpen(DateTimeOffset now) => WithdrawnAt is null && (Until is null || now < Until);

    public void Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            WithdrawnAt = now;
            Version++;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Share>
    {
        public void Configure(EntityTypeBuilder<Share> share)
        {
            share.Property(s => s.Code).HasMaxLength(CodeLength);
            share.Property(s => s.ShownName).HasMaxLength(LongestName);
            share.HasIndex(s => s.Code).IsUnique();
            share.HasOne<Award>().WithMany().HasForeignKey(s => new { s.City, s.AwardId }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
