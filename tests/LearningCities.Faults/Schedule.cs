namespace LearningCities.Faults;

/// <summary>One fault: who is killed, when, and for how long it stays away.</summary>
/// <param name="Starting">While it (or what else was killed) is still starting, not while all work.</param>
/// <param name="Pause">Since it was started, or since everything was ready.</param>
/// <param name="Frozen">Who is stopped for a while first, without being killed; null for nobody.</param>
/// <param name="Again">Whether some events are told again while it is away.</param>
internal sealed record Fault(
    string Target, bool Starting, TimeSpan Pause, TimeSpan Away, string? Frozen, TimeSpan FrozenFor, bool Again);

/// <summary>The faults of a round, in order. They follow from the seed alone.</summary>
internal static class Schedule
{
    /// <param name="targets">Each is killed once before any is killed again.</param>
    /// <param name="faults">How many.</param>
    /// <param name="seed">What to draw from.</param>
    /// <param name="firstStarts">How many kills at the beginning hit the first start, when the tables are made.</param>
    public static IReadOnlyList<Fault> Draw(IReadOnlyList<string> targets, int faults, int seed, int firstStarts)
    {
        var chance = new Random(seed);
        var order = new List<string>();
        while (order.Count < faults)
        {
            var round = targets.ToArray();
            chance.Shuffle(round);
            order.AddRange(round);
        }

        return [.. order.Take(faults).Select((target, number) =>
        {
            var last = number == faults - 1;
            var starting = number < firstStarts || (chance.NextDouble() < 0.2 && !last);
            var pause = starting ? Seconds(chance, 0.1, 2.5) : Seconds(chance, 0, 2);
            var away = Seconds(chance, 0, 0.5);
            var (frozen, frozenFor) = (targets[chance.Next(targets.Count)], Seconds(chance, 2, 6));
            var freezes = !starting && chance.NextDouble() < 0.2;
            var again = chance.NextDouble() < 0.5 || last; // once at least, or a short negative control might have nothing to show
            return new Fault(target, starting, pause, away, freezes ? frozen : null, frozenFor, again);
        })];
    }

    private static TimeSpan Seconds(Random chance, double from, double to) =>
        TimeSpan.FromSeconds(from + (chance.NextDouble() * (to - from)));
}
