namespace LearningCities.Web.Pages.Operations;

/// <summary>How a module does, as far as it can be asked.</summary>
/// <param name="Parts">What its process says of each thing that it needs.</param>
/// <param name="Process">Null where it does not say.</param>
public sealed record ModuleState(
    string Module,
    bool Ready,
    double AnswersInMilliseconds,
    IReadOnlyDictionary<string, HealthPart> Parts,
    ProcessState? Process,
    Backlog? Backlog,
    IReadOnlyList<ParkedEvent> Parked)
{
    private const int LateAfterSeconds = 60;

    public bool HasTables => Watch.Modules.Contains(Module);

    public bool Works => Ready && (Backlog is not null || !HasTables);

    public bool IsLate => Backlog?.OldestPendingSeconds > LateAfterSeconds;

    public string Tone => !Works ? "bad" : IsLate || Backlog?.Parked > 0 || Wrong.Any() ? "warn" : "ok";

    /// <summary>Which word the tone has.</summary>
    public string State => Tone switch
    {
        "warn" when IsLate => "warn",
        "warn" when Wrong.Any() => "less",
        "warn" => "parked",
        _ => Tone,
    };

    /// <summary>Its own parts that are not well, and why. In one process all modules say the same of all.</summary>
    public IEnumerable<string> Wrong => Parts
        .Where(part => part.Value.Status != "Healthy" && (part.Key == Module || part.Key.StartsWith($"{Module}-", StringComparison.Ordinal)))
        .Select(part => part.Value.Why ?? part.Key);

    public IndexStanding? Index => HasTables && Parts.Keys.Any(part => part.StartsWith($"{Module}-", StringComparison.Ordinal))
        && Process?.Indexes is [var index, ..]
        ? index
        : null;
}

/// <summary>What a process says of a thing that it needs.</summary>
public sealed record HealthPart(string Status, string? Why);

/// <summary>How much a module has still to tell, and how much it could not be told.</summary>
public sealed record Backlog(long OutboxPending, double OldestPendingSeconds, long Parked);

/// <summary>An event that a handler could not deal with; it waits for a person.</summary>
public sealed record ParkedEvent(string Handler, Guid MessageId, string Type, string Error, DateTimeOffset ParkedAt);
