namespace LearningCities.Notifications;

/// <param name="Kind">Which sentence: <c>told-KIND</c> in <c>Texts.resx</c>.</param>
/// <param name="Name">The name that the sentence speaks of; empty where it needs none.</param>
/// <param name="Version">The version of the thing it tells of.</param>
/// <param name="YourTurn">Whether the thing now waits for the learner.</param>
internal sealed record News(string Kind, LocalizedText Name, DateTimeOffset At, long Version, bool YourTurn = false)
{
    public static News None => new("", new LocalizedText([]), DateTimeOffset.MinValue, 0);

    public bool SaysTheSameAs(News other) => this with { At = other.At, Version = other.Version } == other;

    /// <summary>The sentence, in the present reader's language.</summary>
    public string Sentence(Texts texts)
    {
        var sentence = texts.Say($"told-{Kind}", Name);
        return YourTurn ? $"{sentence} {texts["told-your-turn"]}" : sentence;
    }
}

/// <summary>What a notification can be of. To clients the names are a contract, from which they make links.</summary>
internal static class Kinds
{
    public const string BadgeAwarded = "badge-awarded";
    public const string AwardRevoked = "award-revoked";
    public const string SignUpMade = "sign-up-made";
    public const string SignUpCancelled = "sign-up-cancelled";
    public const string ActivityCancelled = "activity-cancelled";
    public const string AttendanceConfirmed = "attendance-confirmed";
    public const string PathwayCompleted = "pathway-completed";
    public const string PasswordReset = "password-reset";

    private static readonly string[] PlacementStates = ["applied", "agreed", "declined", "abroad", "back", "withdrawn"];

    /// <summary>A state that is newer than this code is told of in general words.</summary>
    public static string Placement(string state) => PlacementStates.Contains(state) ? $"placement-{state}" : "placement-moved";
}
