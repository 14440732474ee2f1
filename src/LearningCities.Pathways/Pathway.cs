using LearningCities.Contracts.Pathways;

namespace LearningCities.Pathways;

/// <summary>What a learner has set out to do, step by step.</summary>
internal sealed class Pathway(Guid id, Guid city, Guid learnerId, string title, DateTimeOffset createdAt) : Aggregate(id, city)
{
    public const int LongestTitle = 200;
    public const int MostSteps = 50;

    private readonly List<Step> _steps = [];

    public Guid LearnerId { get; private set; } = learnerId;

    /// <summary>In her own words. Nobody else reads it, and no event carries it.</summary>
    public string Title { get; private set; } = title;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Since when every step that counts is done; null while one is not.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>In the order she wants to go.</summary>
    public IReadOnlyList<Step> Steps => [.. _steps.OrderBy(step => step.Position)];

    public int Of => _steps.Count(step => step.Counts);

    public int Done => _steps.Count(step => step is { Counts: true, DoneAt: not null });

    public int Percent => Of == 0 ? 0 : 100 * Done / Of;

    /// <summary>The one step to do now: the first, in order, that counts and is not done.</summary>
    public Step? Now => Steps.FirstOrDefault(step => step is { Counts: true, DoneAt: null });

    public void Rename(string title)
    {
        Title = title;
        Version++;
    }

    public void Add(Step step)
    {
        if (_steps.Count == MostSteps)
        {
            throw new RuleViolationException("pathway-full", $"A pathway has at most {MostSteps} steps.");
        }

        if (step.ActivityId is not null && _steps.Any(other => other.ActivityId == step.ActivityId))
        {
            throw new RuleViolationException("step-already-there", $"'{step.Title}' is a step of this pathway already.");
        }

        step.MoveTo(_steps.Count == 0 ? 0 : _steps.Max(other => other.Position) + 1);
        _steps.Add(step);
        Version++;
    }

    public void Remove(Step step)
    {
        _steps.Remove(step);
        Version++;
    }

    public void Finish(Step step, DateTimeOffset now)
    {
        if (step.Finish(now))
        {
            Version++;
        }
    }

    public void Reopen(Step step)
    {
        if (step.Reopen())
        {
            Version++;
        }
    }

    /// <summary>Puts the steps in this order, which names each of them once.</summary>
    public void Order(List<Guid> order)
    {
        if (order.Count != _steps.Count || !order.ToHashSet().SetEquals(_steps.Select(step => step.Id)))
        {
            throw new ProblemException(400, "steps-differ", "Name each step of the pathway once.");
        }

        _steps.ForEach(step => step.MoveTo(order.IndexOf(step.Id)));
        Version++;
    }

    /// <summary>The organisation confirmed that she took part in an activity which is a step here.</summary>
    public void Credit(Guid activityId, DateTimeOffset at)
    {
        if (_steps.Single(step => step.ActivityId == activityId).Credit(at))
        {
            Version++;
        }
    }

    /// <summary>What a step shows of its activity has changed, and so has what there is to do.</summary>
    public void HeedActivity() => Version++;

    /// <summary>
    /// To be asked after each change: the news if it completed the pathway, else null. It is told once, and again only after
    /// there was something left to do in between.
    /// </summary>
    public PathwayCompleted? Settle(DateTimeOffset now)
    {
        var complete = Of > 0 && Done == Of;
        if (complete == (CompletedAt is not null))
        {
            return null;
        }

        CompletedAt = complete ? now : null;
        return complete ? ToldCompleted(now) : null;
    }

    public PathwayCompleted ToldCompleted(DateTimeOffset now) => new(City, Id, Version, LearnerId, now);

    internal sealed class Mapping : IEntityTypeConfiguration<Pathway>
    {
        public void Configure(EntityTypeBuilder<Pathway> pathway)
        {
            pathway.Property(p => p.Title).HasMaxLength(LongestTitle);
            pathway.HasIndex(p => new { p.City, p.LearnerId, p.CreatedAt });
            pathway.OwnsMany<Step>("_steps", Step.Map);
            pathway.Ignore(p => p.Steps).Ignore(p => p.Now);
        }
    }
}
