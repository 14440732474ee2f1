using System.Security.Cryptography;

namespace LearningCities.Catalogue;

/// <summary>A learner's place in an activity. <see cref="Activity.SignUp"/> makes one.</summary>
internal sealed class SignUp(Guid id, Guid city, Guid activityId, Guid learnerId, string code, DateTimeOffset madeAt)
    : Aggregate(id, city)
{
    /// <summary>Who comes earlier than this before the start has not taken part yet.</summary>
    private static readonly TimeSpan ConfirmedBefore = TimeSpan.FromHours(24);

    public Guid ActivityId { get; private set; } = activityId;

    public Guid LearnerId { get; private set; } = learnerId;

    /// <summary>What is in the learner's QR code. Nobody guesses it.</summary>
    public string Code { get; private set; } = code;

    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    public DateTimeOffset? CancelledAt { get; private set; }

    public DateTimeOffset? AttendedAt { get; private set; }

    public string State => CancelledAt is not null ? "cancelled" : AttendedAt is not null ? "attended" : "taken";

    /// <summary>Gives the place back.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Cancel(DateTimeOffset now)
    {
        if (AttendedAt is not null)
        {
            throw new RuleViolationException("sign-up-attended", "The learner has taken part; that cannot be taken back.");
        }

        if (CancelledAt is not null)
        {
            return false;
        }

        CancelledAt = now;
        Version++;
        return true;
    }

    /// <returns>Whether that is new.</returns>
    public bool ConfirmAttendance(Activity activity, DateTimeOffset now)
    {
        if (CancelledAt is not null)
        {
            throw new RuleViolationException("sign-up-cancelled", "This place was given back.");
        }

        if (now < activity.StartsAt - ConfirmedBefore)
        {
            throw new RuleViolationException("too-early-to-confirm", "Attendance is confirmed from 24 hours before the start.");
        }

        if (AttendedAt is not null)
        {
            return false;
        }

        AttendedAt = now;
        Version++;
        return true;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SignUp>
    {
        public void Configure(EntityTypeBuilder<SignUp> signUp)
        {
            signUp.HasOne<Activity>().WithMany().HasForeignKey(s => new { s.City, s.ActivityId }).OnDelete(DeleteBehavior.Restrict);
            signUp.HasIndex(s => new { s.City, s.ActivityId, s.LearnerId }).IsUnique().HasFilter("cancelled_at IS NULL");
            signUp.HasIndex(s => new { s.City, s.LearnerId, s.MadeAt });
            signUp.HasIndex(s => s.Code).IsUnique();
        }
    }
}

/// <summary>The word behind a QR code: 100 random bits in letters and digits that are not mistaken for each other.</summary>
internal static class CheckInCode
{
    public const int Length = 20;

    public static string New() => RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", Length);
}
