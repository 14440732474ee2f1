namespace LearningCities.Pathways;

/// <summary>What a step shows of an activity: kept from the catalogue's events, so that no page has to ask for it.</summary>
internal sealed class Activity : Aggregate
{
    public Activity(Guid id, Guid city) : base(id, city) => Version = 0; // whatever event comes first is newer

    public LocalizedText Title { get; private set; } = new([]);

    /// <summary>When it begins; null where it can be begun at any time.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Takes in what is new and says whether a step shows anything else now. What is not newer is left aside.</summary>
    public bool Publish(LocalizedText title, DateTimeOffset? startsAt, DateTimeOffset? endsAt, long version)
    {
        if (version <= Version)
        {
            return false;
        }

        Version = version;
        var differs = (Title, StartsAt, EndsAt, CancelledAt) != (title, startsAt, endsAt, null);
        (Title, StartsAt, EndsAt, CancelledAt) = (title, startsAt, endsAt, null);
        return differs;
    }

    /// <inheritdoc cref="Publish"/>
    public bool Cancel(LocalizedText title, DateTimeOffset at, long version)
    {
        if (version <= Version)
        {
            return false;
        }

        (Title, CancelledAt, Version) = (title, at, version);
        return true;
    }
}
