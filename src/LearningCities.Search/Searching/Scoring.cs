namespace LearningCities.Search;

/// <summary>What each candidate's words are worth.</summary>
/// <param name="runs">A run for each word; none where no word was asked for.</param>
/// <param name="places">For each word where each candidate is in its run; null where it is the same place.</param>
/// <param name="known">Scores that are known already, by candidate.</param>
internal readonly struct Scoring(Run[] runs, int[][]? places = null, float[]? known = null)
{
    public Run[] Runs { get; } = runs;

    public bool IsNone => Runs.Length == 0 && known is null;

    /// <summary>The only word's run, candidate by candidate.</summary>
    public bool IsOne => Runs.Length == 1 && places is null;

    // Always in the same order of words: a sum in another order is another sum, and a page would not begin where the last ended.
    public float Of(int candidate)
    {
        if (known is not null)
        {
            return known[candidate];
        }

        var sum = 0f;
        for (var word = 0; word < Runs.Length; word++)
        {
            sum += Runs[word].Score(places is null ? candidate : places[word][candidate]);
        }

        return sum;
    }
}
