namespace LearningCities.Notifications;

/// <summary>The latest news of a thing that concerns a learner.</summary>
internal sealed class Notification(Guid id, Guid city, Guid learnerId, Guid about) : Aggregate(id, city)
{
    public Guid LearnerId { get; private set; } = learnerId;

    public Guid About { get; private set; } = about;

    public News News { get; private set; } = News.None;

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>
    /// Takes in what is new; false where it told her nothing. Events come twice and out of order, so what is not newer is left
    /// aside; and a thing may move on without a change in what she is told of it.
    /// </summary>
    public bool Tell(News news)
    {
        if (news.Version <= News.Version)
        {
            return false;
        }

        var told = News;
        News = news.SaysTheSameAs(told) ? told with { Version = news.Version } : news;
        ReadAt = news.SaysTheSameAs(told) ? ReadAt : null;
        Version++;
        return !news.SaysTheSameAs(told);
    }

    public void Read(DateTimeOffset now)
    {
        if (ReadAt is null)
        {
            ReadAt = now;
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
