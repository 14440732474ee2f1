namespace LearningCities.Insight;

/// <summary>An activity as it is counted.</summary>
internal sealed class Activity : Aggregate
{
    public Activity(Guid id, Guid city) : base(id, city) => Version = 0; // whatever event comes first is newer

    /// <summary>Empty for online.</summary>
    public string District { get; private set; } = "";

    /// <summary>When it begins; null where it can be begun at any time.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>When it ends; null where it does not.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    public bool Cancelled { get; private set; }

    /// <summary>Takes in what is new. Events come twice and out of order, so what is not newer is left aside.</summary>
    public void Publish(string district, DateTimeOffset? startsAt, DateTimeOffset? endsAt, long version)
    {
        if (version > Version)
        {
            (District, StartsAt, EndsAt, Cancelled, Version) = (district, startsAt, endsAt, false, version);
        }
    }

    public void Cancel(long version)
    {
        if (version > Version)
        {
            (Cancelled, Version) = (true, version);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Activity>
    {
        public void Configure(EntityTypeBuilder<Activity> activity)
        {
            activity.Property(a => a.District).HasMaxLength(Organisation.LongestDistrict);
            activity.HasIndex(a => new { a.City, a.StartsAt });
        }
    }
}
