namespace LearningCities.Faults.Comparing;

/// <summary>What the comparison found wrong.</summary>
internal sealed class Findings
{
    private const int MostTold = 40;

    private readonly List<string> _lost = [], _doubled = [], _invented = [];

    public int Count => _lost.Count + _doubled.Count + _invented.Count;

    public void Lost(string what) => _lost.Add(what);

    public void Doubled(string what, long times = 1) => _doubled.AddRange(Enumerable.Repeat(what, (int)times));

    public void Invented(string what) => _invented.Add(what);

    /// <summary>Whether exactly these are there, each once.</summary>
    /// <param name="what">What they are.</param>
    /// <param name="due">Those that must be.</param>
    /// <param name="there">Those that are.</param>
    public void Compare<T>(string what, IEnumerable<T> due, IEnumerable<T> there) where T : notnull
    {
        var found = there.GroupBy(one => one).ToDictionary(one => one.Key, one => one.Count());
        var wanted = due.GroupBy(one => one).ToDictionary(one => one.Key, one => one.Count());
        foreach (var (one, times) in wanted)
        {
            var surplus = found.GetValueOrDefault(one) - times;
            _lost.AddRange(Enumerable.Repeat($"{what} {one}", Math.Max(0, -surplus)));
            _doubled.AddRange(Enumerable.Repeat($"{what} {one}", Math.Max(0, surplus)));
        }

        _invented.AddRange(found.Keys.Except(wanted.Keys).Select(one => $"{what} {one}"));
    }

    public Verdict Verdict(Command command, int acknowledged) =>
        new(command.Faults, acknowledged, _lost.Count, _doubled.Count, _invented.Count, command.Seed);

    public async Task Tell(TextWriter output)
    {
        foreach (var (word, what) in new[] { ("lost", _lost), ("doubled", _doubled), ("invented", _invented) })
        {
            foreach (var one in what.Take(MostTold))
            {
                await output.WriteLineAsync($"{word}: {one}");
            }
        }
    }
}
