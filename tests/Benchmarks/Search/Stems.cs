using LearningCities.Search;

namespace LearningCities.Benchmarks.Search;

/// <summary>
/// The catalogue's words as our engine keeps them, for a peer that knows no endings of our languages: asked with the stems that a
/// word has in this catalogue, it finds what ours finds.
/// </summary>
internal sealed class Stems
{
    private readonly Dictionary<string, HashSet<string>> _ofForm = new(StringComparer.Ordinal);

    /// <summary>A text's stems, with blanks between. What has been told is what questions may ask for.</summary>
    public string Of(string text, string language) => string.Join(' ', LearningCities.Search.Words.Of(text).Select(word =>
    {
        var stem = Stem.Of(word.Term, language);
        if (!_ofForm.TryGetValue(word.Term, out var stems))
        {
            _ofForm[word.Term] = stems = [];
        }

        stems.Add(stem);
        return stem;
    }));

    /// <summary>For each word of a question the stems of which a hit must have one, with bars between.</summary>
    public string Asked(string question) =>
        string.Join(' ', LearningCities.Search.Asked.Of(question).Words.Select(word => string.Join('|', StemsOf(word.Term))));

    private IEnumerable<string> StemsOf(string form) => _ofForm.TryGetValue(form, out var stems) ? stems : Stem.OfAll(form);
}
