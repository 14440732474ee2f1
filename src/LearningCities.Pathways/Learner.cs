namespace LearningCities.Pathways;

/// <summary>
/// What a learner's pathways have in common: how many she may have, and where she took part. Each change counts its version,
/// so that what is decided by it is decided again if it changes at that moment.
/// </summary>
internal sealed class Learner(Guid id, Guid city) : Aggregate(id, city)
{
    public const int MostPathways = 20;

    private readonly List<Attendance> _attendances = [];

    /// <param name="already">How many pathways she has.</param>
    public Pathway Begin(string title, int already, DateTimeOffset now)
    {
        if (already >= MostPathways)
        {
            throw new RuleViolationException("pathways-too-many", $"A learner has at most {MostPathways} pathways.");
        }

        Version++;
        return new Pathway(Guid.CreateVersion7(now), City, Id, title, now);
    }

    /// <summary>The organisation confirmed that she took part. False when that is known.</summary>
    public bool Attend(Guid activityId, DateTimeOffset at)
    {
        if (AttendedAt(activityId) is not null)
        {
            return false;
        }

        _attendances.Add(new Attendance(activityId, at));
        Version++;
        return true;
    }

    public DateTimeOffset? AttendedAt(Guid activityId) =>
        _attendances.Find(attendance => attendance.ActivityId == activityId)?.At;

    /// <summary>Kept because a step may be put on a pathway after its activity is over.</summary>
    internal sealed class Attendance(Guid activityId, DateTimeOffset at)
    {
        public Guid ActivityId { get; private set; } = activityId;

        public DateTimeOffset At { get; private set; } = at;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Learner>
    {
        public void Configure(EntityTypeBuilder<Learner> learner) => learner.OwnsMany<Attendance>("_attendances", attendance =>
        {
            attendance.WithOwner().HasForeignKey("City", "LearnerId");
            attendance.HasKey("City", "LearnerId", nameof(Attendance.ActivityId));
            attendance.Property(a => a.ActivityId).ValueGeneratedNever(); // or EF takes a new one for an old one
        });
    }
}
