using LearningCities.Contracts.Identity;

namespace LearningCities.Badges;

/// <summary>What is publicly known of who awards badges; Identity owns it.</summary>
internal sealed class Organisation(Guid id, Guid city) : Aggregate(id, city)
{
    public static LocalizedText Nameless { get; } = new([]);

    public LocalizedText Name { get; private set; } = Nameless;

    public string? Website { get; private set; }

    /// <summary>The version at Identity that this is.</summary>
    public long Seen { get; private set; }

    public void Tell(OrganisationChanged news)
    {
        if (news.Version > Seen)
        {
            (Name, Website, Seen) = (news.Name, news.Website, news.Version);
            Version++;
        }
    }
}
