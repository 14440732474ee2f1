using LearningCities.Contracts.Mobility;

namespace LearningCities.Mobility;

/// <summary>The way that a placement went.</summary>
internal sealed partial class Placement
{
    /// <summary>
    /// Where it turned, and where it is. Every answer and everything that was done counted the version up by one, so the version
    /// of each turn is known. Of the past, nobody must act any more.
    /// </summary>
    public IEnumerable<PlacementMoved> Way()
    {
        var turn = new Act(AppliedAt, State.Applied);
        var (version, latest) = (1L, AppliedAt);
        foreach (var act in Acts().OrderBy(act => act.At).Prepend(turn))
        {
            if (act.LeadsTo is { } state && version < Version)
            {
                yield return Moved(act.At) with { Version = version, State = state.Word(), Next = null };
            }

            (version, latest) = (version + 1, act.At);
        }

        yield return Moved(latest); // when it was withdrawn nobody wrote down; not before this
    }

    private IEnumerable<Act> Acts()
    {
        var given = _agreements.Where(a => a.Party is not Role.Learner && a.At is not null).OrderBy(a => a.At).ToList();
        foreach (var agreement in given)
        {
            yield return new(
                agreement.At!.Value,
                agreement.Answer is Answer.Declined ? State.Declined
                : agreement == given[^1] && _agreements.TrueForAll(a => a.Answer is Answer.Agreed) ? State.Agreed
                : null);
        }

        foreach (var item in _items.Where(item => item.DoneAt is not null))
        {
            yield return new(item.DoneAt!.Value, LeadsTo(item));
        }
    }

    private static State? LeadsTo(SupportItem item) => item.Kind switch
    {
        SupportPlan.Arrival => State.Abroad,
        SupportPlan.Return => State.Back,
        _ => null,
    };

    /// <param name="LeadsTo">The state since then, where it is another one.</param>
    private readonly record struct Act(DateTimeOffset At, State? LeadsTo);
}
