namespace LearningCities.Mobility;

/// <summary>
/// Who does what, and until when: three phases, three parties. Each placement begins with a copy of this plan, dated by its
/// own days.
/// </summary>
internal static class SupportPlan
{
    /// <summary>With it the learner has arrived.</summary>
    public const string Arrival = "mentor-met";

    /// <summary>With it she is back.</summary>
    public const string Return = "home-again";

    /// <summary>Nobody leaves unprepared: these three must be done before she is abroad.</summary>
    public static readonly IReadOnlySet<string> Strands = new HashSet<string> { "pedagogical", "linguistic", "cultural" };

    private sealed record Duty(string Kind, Phase Phase, Role Party, Func<DateOnly, DateOnly, DateOnly> Due);

    private static readonly IReadOnlyList<Duty> Duties =
    [
        new("agreement-read", Phase.Before, Role.Learner, (from, _) => from.AddDays(-28)),
        new("pedagogical", Phase.Before, Role.Sending, (from, _) => from.AddDays(-21)),
        new("arrangements", Phase.Before, Role.Sending, (from, _) => from.AddDays(-21)),
        new("mentor-named", Phase.Before, Role.Host, (from, _) => from.AddDays(-14)),
        new("cultural", Phase.Before, Role.Host, (from, _) => from.AddDays(-10)),
        new("linguistic", Phase.Before, Role.Learner, (from, _) => from.AddDays(-7)),
        new(Arrival, Phase.During, Role.Host, (from, _) => from),
        new("mid-term-talk", Phase.During, Role.Sending, (from, to) => from.AddDays((to.DayNumber - from.DayNumber) / 2)),
        new("weekly-log", Phase.During, Role.Learner, (_, to) => to),
        new(Return, Phase.After, Role.Learner, (_, to) => to.AddDays(1)),
        new("outcomes-assessed", Phase.After, Role.Host, (_, to) => to.AddDays(7)),
        new("recognition", Phase.After, Role.Sending, (_, to) => to.AddDays(28)),
        new("follow-up", Phase.After, Role.Sending, (_, to) => to.AddDays(90)),
    ];

    /// <summary>The plan for one stay. What would be due within the week of applying is due a week after, or as it begins.</summary>
    public static IEnumerable<SupportItem> For(DateOnly from, DateOnly to, DateOnly today, DateTimeOffset now)
    {
        var week = today.AddDays(7);
        var soonest = week < from ? week : from;
        return Duties.Select((duty, place) =>
        {
            var due = duty.Due(from, to);
            return new SupportItem(
                Guid.CreateVersion7(now), place, duty.Kind, duty.Phase, duty.Party, due < soonest ? soonest : due);
        });
    }
}

/// <summary>One thing that one party does for the learner, or she herself.</summary>
internal sealed class SupportItem(Guid id, int place, string kind, Phase phase, Role party, DateOnly due)
{
    public Guid Id { get; private set; } = id;

    /// <summary>Where it stands in the plan.</summary>
    public int Place { get; private set; } = place;

    /// <summary>What: its words are <c>support-…</c> in Texts.resx.</summary>
    public string Kind { get; private set; } = kind;

    public Phase Phase { get; private set; } = phase;

    public Role Party { get; private set; } = party;

    public DateOnly Due { get; private set; } = due;

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The person who said so; kept, and shown to nobody.</summary>
    public Guid? DoneBy { get; private set; }

    public bool Done => DoneAt is not null;

    public void Finish(Guid person, DateTimeOffset now) => (DoneAt, DoneBy) = (now, person);
}
