namespace LearningCities.Faults;

/// <summary>What a round came to.</summary>
/// <param name="Lost">Writes that were acknowledged and are not there, events and effects that are missing.</param>
/// <param name="Doubled">What is there, or took effect, more than once.</param>
/// <param name="Invented">What nobody asked for.</param>
internal sealed record Verdict(int Faults, int Acknowledged, int Lost, int Doubled, int Invented, int Seed)
{
    public bool IsClean => (Lost, Doubled, Invented) == (0, 0, 0) && Acknowledged > 0;

    public override string ToString() =>
        $"faults {Faults}, acknowledged {Acknowledged}, lost {Lost}, doubled {Doubled}, invented {Invented}, seed {Seed}";
}
