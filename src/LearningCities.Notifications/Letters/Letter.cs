namespace LearningCities.Notifications.Letters;

/// <summary>
/// An e-mail that is to be sent, saved with the notification that it repeats. Name and address are not in it: they are asked
/// of Identity when it is sent, and nothing of them is kept.
/// </summary>
internal sealed class Letter(Guid id, Guid city, Guid recipientId, Guid about) : Aggregate(id, city)
{
    public Guid RecipientId { get; private set; } = recipientId;

    public Guid About { get; private set; } = about;

    public News News { get; private set; } = News.None;

    public LetterState State { get; private init; } = LetterState.Waiting;

    /// <summary>How often somebody has taken it to send it.</summary>
    public int Attempts { get; private init; }

    /// <summary>Not before then, by the database's clock; null until a try has failed.</summary>
    public DateTimeOffset? NextAt { get; private init; }

    /// <summary>Who sends it now, and until when nobody else does.</summary>
    public Guid? LeaseOwner { get; private init; }

    public DateTimeOffset? LeaseUntil { get; private init; }

    public DateTimeOffset? SentAt { get; private init; }

    /// <summary>Why it is parked; names no address.</summary>
    public string? Reason { get; private init; }

    public static Letter Of(Notification told) => Of(told.City, told.LearnerId, told.About, told.News);

    public static Letter Of(Guid city, Guid recipientId, Guid about, News news) =>
        new(Guid.CreateVersion7(), city, recipientId, about) { News = news };

    internal sealed class Mapping : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> letter)
        {
            letter.ComplexProperty(l => l.News);
            letter.Property(l => l.State).HasConversion<string>().HasMaxLength(10);
            letter.HasIndex(l => new { l.City, l.State, l.NextAt });
            letter.HasIndex(l => new { l.City, l.About });
        }
    }
}

internal enum LetterState
{
    Waiting,
    Sent,
    Parked,
}
