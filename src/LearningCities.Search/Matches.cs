namespace LearningCities.Search;

/// <summary>Which documents have the words of a question, and how well they answer it.</summary>
/// <param name="sizes">How many documents each segment has.</param>
/// <param name="words">How many words were asked for.</param>
internal sealed class Matches(int[] sizes, int words)
{
    private readonly byte[][] _found = Array.ConvertAll(sizes, size => new byte[size]);
    private readonly int _words = words;
    private int _needed;

    public double[][] Scores { get; } = Array.ConvertAll(sizes, size => new double[size]);

    public Asked Asked { get; } = new();

    public Correction? Correction { get; set; }

    /// <summary>The text had no word in it.</summary>
    public bool AsksNothing => _words == 0;

    public bool Has(int part, int document) => _found[part][document] >= _needed;

    public void Add(int part, int document, double score)
    {
        _found[part][document]++;
        Scores[part][document] += score;
    }

    /// <summary>Asks for all words where something has them all, and otherwise for as many as something has.</summary>
    public void Settle(bool[][] scope)
    {
        var most = 0;
        for (var p = 0; p < scope.Length; p++)
        {
            for (var document = 0; document < scope[p].Length; document++)
            {
                most = scope[p][document] ? Math.Max(most, _found[p][document]) : most;
            }
        }

        _needed = Math.Max(1, Math.Min(_words, most));
    }
}

/// <summary>The words that were looked for, to show them where they stand.</summary>
internal sealed class Asked
{
    private readonly HashSet<string> _terms = [];
    private readonly HashSet<string> _stems = [];
    private readonly List<string> _beginnings = [];

    public void Add(string term, bool asBeginning)
    {
        _terms.Add(term);
        _stems.UnionWith(Stem.OfAny(term));
        if (asBeginning)
        {
            _beginnings.Add(term);
        }
    }

    public bool Has(string term, string language) =>
        _terms.Contains(term)
        || _stems.Contains(Stem.Of(term, language))
        || _beginnings.Exists(beginning => term.StartsWith(beginning, StringComparison.Ordinal));
}
