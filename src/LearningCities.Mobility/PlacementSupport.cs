namespace LearningCities.Mobility;

/// <summary>How the support plan moves a placement, and who must act next.</summary>
internal sealed partial class Placement
{
    /// <summary>Something of the support plan is done. Two of these move the placement: arriving, and being home again.</summary>
    /// <param name="item">One of this placement's.</param>
    /// <param name="person">Who says so.</param>
    /// <param name="today">In the host's city.</param>
    /// <param name="now">The moment.</param>
    public void Finish(SupportItem item, Guid person, DateOnly today, DateTimeOffset now)
    {
        if (item.Done)
        {
            return;
        }

        OrRefuse(item, today);
        item.Finish(person, now);
        State = LeadsTo(item) ?? State;
        Version++;
    }

    private void OrRefuse(SupportItem item, DateOnly today)
    {
        if (State is State.Declined or State.Withdrawn)
        {
            throw new RuleViolationException("placement-over", $"It is {State.Word()}.");
        }

        if (State is State.Applied)
        {
            throw new RuleViolationException("placement-not-agreed", "First both organisations must agree.");
        }

        if (item.Kind == SupportPlan.Arrival)
        {
            OrRefuseToLeave(today);
        }
        else if (item.Phase is not Phase.Before && State is State.Agreed)
        {
            throw new RuleViolationException("placement-not-begun", "The learner is not abroad yet.");
        }
        else if (item.Phase is Phase.After && today < To)
        {
            throw new RuleViolationException("too-early-to-end", $"The last day is {To:O}.");
        }
    }

    private void OrRefuseToLeave(DateOnly today)
    {
        var missing = _items.Where(i => SupportPlan.Strands.Contains(i.Kind) && !i.Done).Select(i => i.Kind).ToList();
        if (missing.Count > 0)
        {
            throw new RuleViolationException("preparation-unfinished", $"Still to be done: {string.Join(", ", missing)}.");
        }

        if (today < From)
        {
            throw new RuleViolationException("too-early-to-begin", $"The first day is {From:O}.");
        }
    }

    /// <summary>Who must act now; null when nobody must any more.</summary>
    public Step? Next() => State switch
    {
        State.Declined or State.Withdrawn => null,
        State.Applied => new Step(_agreements.OrderBy(a => a.Party).First(a => a.Answer is Answer.Asked).Party, "answer", AnswerBy, null),
        _ => Items
            .Where(item => !item.Done && (item.Phase is not Phase.Before || State is State.Agreed))
            .OrderBy(item => item.Phase).ThenBy(item => item.Due).ThenBy(item => item.Place)
            .Select(item => new Step(item.Party, item.Kind, item.Due, item.Id))
            .FirstOrDefault(),
    };

    /// <param name="Kind">What: its words are <c>support-…</c> in Texts.resx.</param>
    /// <param name="Item">The item of the plan; null for an answer.</param>
    public sealed record Step(Role Party, string Kind, DateOnly Until, Guid? Item);

    /// <summary><c>done</c>, <c>now</c> or <c>next</c>.</summary>
    public string StateOf(Phase phase)
    {
        var now = State switch
        {
            State.Applied or State.Agreed => Phase.Before,
            State.Abroad => Phase.During,
            State.Back => Phase.After,
            _ => (Phase?)null, // it ended before it began
        };
        return phase > (now ?? Phase.Before) || now is null ? "next"
            : phase < now || _items.TrueForAll(item => item.Done || item.Phase != phase) ? "done"
            : "now";
    }
}
