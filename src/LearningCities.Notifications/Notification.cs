namespace LearningCities.Notifications;

/// <summary>The latest news of a thing that concerns a learner.</summary>
internal sealed class Notification(Guid id, Guid city, Guid learnerId, Guid about) : Aggregate(id, city)
{
    public Guid LearnerId { get; private set; } = learnerId;

    public Guid About { get; private set; } = about;

    public News News { get; private set; } = News.None;

    /// <summary>Takes in what is new. Events come twice and out of order, so what is not newer is left aside.</summary>
    public void Tell(News news)
    {
        if (news.Version > News.Version)
        {
            News = news;
            Version++;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Notification>
    {
        public void Configure(EntityTypeBuilder<Notification> notification)
        {
            notification.ComplexProperty(n => n.News);
            notification.HasIndex(n => new { n.City, n.LearnerId, n.About }).IsUnique();
        }
    }
}

/// <param name="Kind">Which sentence: its key in <c>Texts.resx</c>.</param>
/// <param name="Name">The name that the sentence speaks of.</param>
/// <param name="Version">The version of the thing it tells of.</param>
internal sealed record News(string Kind, LocalizedText Name, DateTimeOffset At, long Version)
{
    public static News None => new("", new LocalizedText([]), DateTimeOffset.MinValue, 0);
}
