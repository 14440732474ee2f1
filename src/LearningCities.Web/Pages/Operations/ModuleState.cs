namespace LearningCities.Web.Pages.Operations;

/// <summary>How a module does, as far as it can be asked.</summary>
public sealed record ModuleState(
    string Module, bool Ready, double AnswersInMilliseconds, Backlog? Backlog, IReadOnlyList<ParkedEvent> Parked)
{
    private const int LateAfterSeconds = 60;

    public bool Works => Ready && Backlog is not null;

    public bool IsLate => Backlog?.OldestPendingSeconds > LateAfterSeconds;

    public string Tone => !Works ? "bad" : IsLate || Backlog!.Parked > 0 ? "warn" : "ok";
}

/// <summary>How much a module has still to tell, and how much it could not be told.</summary>
public sealed record Backlog(long OutboxPending, double OldestPendingSeconds, long Parked);

/// <summary>An event that a handler could not deal with; it waits for a person.</summary>
public sealed record ParkedEvent(string Handler, Guid MessageId, string Type, string Error, DateTimeOffset ParkedAt);
