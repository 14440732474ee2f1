namespace LearningCities.Badges.Verifying;

/// <summary>What was checked so far, each with its sentence: <c>check-dates-passed</c> in <c>Texts.resx</c>.</summary>
internal sealed class Findings(Texts texts)
{
    private readonly List<VerifyCredential.Check> _checks = [];

    public IReadOnlyList<VerifyCredential.Check> Checks => _checks;

    /// <summary>Where the days that sentences name begin and end.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public DateTime Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    public void Passed(string check, params object[] about) => Add(check, "passed", "passed", about);

    public void Failed(string check, params object[] about) => Add(check, "failed", "failed", about);

    /// <summary>It could not be checked. That says nothing bad.</summary>
    public void Warned(string check) => Add(check, "warned", "warned", []);

    /// <param name="why">Which of a check's sentences, where it has several of one outcome.</param>
    public void Add(string check, string outcome, string why, object[] about) =>
        _checks.Add(new VerifyCredential.Check(check, outcome, texts.Say($"check-{check}-{why}", about)));
}
