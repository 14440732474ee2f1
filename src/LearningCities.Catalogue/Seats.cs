namespace LearningCities.Catalogue;

/// <summary>
/// How many places of an activity are taken; it has the activity's id. Counted beside the activity, not in it: a learner who
/// signs up must not make a member of staff lose the form that she is changing the activity with.
/// </summary>
internal sealed class Seats(Guid id, Guid city) : Aggregate(id, city)
{
    public int Taken { get; private set; }

    public void Take(int? capacity)
    {
        if (Taken >= capacity)
        {
            throw new RuleViolationException("activity-full", "All places are taken.");
        }

        Taken++;
        Version++;
    }

    /// <summary>Refuses a capacity that some of those who have a place would not fit in.</summary>
    public void Fit(int? capacity)
    {
        if (Taken > capacity)
        {
            throw new RuleViolationException("capacity-too-small", $"{Taken} places are taken already.");
        }
    }

    public void GiveBack(int places = 1)
    {
        Taken -= places;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Seats>
    {
        public void Configure(EntityTypeBuilder<Seats> seats) =>
            seats.HasOne<Activity>().WithOne().HasForeignKey<Seats>(s => new { s.City, s.Id });
    }
}
