using System.Buffers.Text;
using System.Security.Cryptography;
using LearningCities.Identity.People;

namespace LearningCities.Identity.Passwords;

/// <summary>That somebody has asked for a new password. Of those who are not known there is a row, too: it takes as long.</summary>
internal sealed class PasswordReset(Guid id, Guid city, Guid? personId, DateTimeOffset requestedAt, DateTimeOffset endsAt)
    : Aggregate(id, city)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>So many an hour; more would be somebody filling another one's mailbox.</summary>
    public const int MostAnHour = 3;

    public Guid? PersonId { get; private set; } = personId;

    public DateTimeOffset RequestedAt { get; private set; } = requestedAt;

    public DateTimeOffset EndsAt { get; private set; } = endsAt;

    public DateTimeOffset? UsedAt { get; private set; }

    public bool Open(DateTimeOffset now) => PersonId is not null && UsedAt is null && now < EndsAt;

    public void Use(DateTimeOffset now)
    {
        if (!Open(now))
        {
            throw new RuleViolationException("password-reset-over", "This link was used before, or it is too old.");
        }

        UsedAt = now;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PasswordReset>
    {
        public void Configure(EntityTypeBuilder<PasswordReset> reset)
        {
            reset.HasOne<Person>().WithMany().HasForeignKey(r => new { r.City, r.PersonId });
            reset.HasIndex(r => new { r.City, r.PersonId, r.RequestedAt });
        }
    }
}

/// <summary>
/// The secret part of a link, as a hash. It is made when the letter is written; a letter that is written twice, because
/// nobody knows whether the first went out, has two, and either works once for both.
/// </summary>
internal sealed class ResetLink(byte[] hash, Guid city, Guid resetId)
{
    public byte[] Hash { get; private set; } = hash;

    public Guid City { get; private set; } = city;

    public Guid ResetId { get; private set; } = resetId;

    public static (ResetLink Link, string Token) For(PasswordReset reset)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new ResetLink(Whereabouts.HashOf(token), reset.City, reset.Id), token);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ResetLink>
    {
        public void Configure(EntityTypeBuilder<ResetLink> link)
        {
            link.HasKey(l => l.Hash);
            link.HasOne<PasswordReset>().WithMany().HasForeignKey(l => new { l.City, l.ResetId }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
