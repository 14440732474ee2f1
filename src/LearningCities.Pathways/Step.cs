namespace LearningCities.Pathways;

/// <summary>An activity of the city, or a task that the learner wrote herself.</summary>
internal sealed class Step(Guid id, bool optional)
{
    public Guid Id { get; private set; } = id;

    /// <summary>The activity; null for a task.</summary>
    public Guid? ActivityId { get; private set; }

    public Activity? Activity { get; private set; }

    /// <summary>What she set herself; null for an activity.</summary>
    private LocalizedText? Words { get; set; }

    public bool Optional { get; private set; } = optional;

    public int Position { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public LocalizedText Title => Activity?.Title ?? Words!;

    /// <summary>Its activity will not take place, so nobody can do it any more.</summary>
    public bool Cancelled => DoneAt is null && Activity?.CancelledAt is not null;

    /// <summary>Whether it is one of those that have to be done to complete the pathway.</summary>
    public bool Counts => !Optional && !Cancelled;

    public static Step WithActivity(Activity activity, bool optional, DateTimeOffset now) =>
        activity.CancelledAt is null
            ? new Step(Guid.CreateVersion7(now), optional) { ActivityId = activity.Id, Activity = activity }
            : throw new RuleViolationException("activity-called-off", $"'{activity.Title}' will not take place.");

    public static Step WithTask(LocalizedText task, bool optional, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), optional) { Words = task };

    public void MoveTo(int position) => Position = position;

    /// <summary>She did what she had set herself. False when it was done before.</summary>
    public bool Finish(DateTimeOffset now)
    {
        RefuseForActivities();
        return Credit(now);
    }

    /// <summary>It was not done after all. False when it was open anyway.</summary>
    public bool Reopen()
    {
        RefuseForActivities();
        var done = DoneAt is not null;
        DoneAt = null;
        return done;
    }

    /// <summary>It is done, whoever says so. False when it was done before.</summary>
    public bool Credit(DateTimeOffset at)
    {
        var open = DoneAt is null;
        DoneAt ??= at;
        return open;
    }

    private void RefuseForActivities()
    {
        if (ActivityId is not null)
        {
            throw new RuleViolationException(
                "attendance-confirmed-elsewhere", "The organisation confirms who took part; that does this step.");
        }
    }

    internal static void Map(OwnedNavigationBuilder<Pathway, Step> step)
    {
        step.WithOwner().HasForeignKey("City", "PathwayId");
        step.HasKey("City", "PathwayId", nameof(Id));
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.Words).HasMaxLength(8 * Pathway.LongestTitle);
        step.Ignore(s => s.Title);
        step.HasOne(s => s.Activity).WithMany().HasForeignKey("City", nameof(ActivityId)).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex("City", "PathwayId", nameof(ActivityId)).IsUnique(); // an activity is a step of a pathway once
    }
}
