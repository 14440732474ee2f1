namespace LearningCities.Mobility;

/// <summary>What one party says to a placement.</summary>
internal sealed class Agreement(Role party)
{
    public const int LongestComment = 1000;

    public Role Party { get; private set; } = party;

    public Answer Answer { get; private set; } = Answer.Asked;

    public DateTimeOffset? At { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>The person who answered; kept, and shown to nobody.</summary>
    public Guid? By { get; private set; }

    public void Give(Answer answer, string? comment, Guid person, DateTimeOffset now)
    {
        if (Answer is not Answer.Asked)
        {
            throw new RuleViolationException("agreement-already-given", $"This was answered on {At:d MMMM}.");
        }

        (Answer, Comment, By, At) = (answer, comment, person, now);
    }
}
