namespace LearningCities.Search;

/// <summary>
/// Where few things have all words that were asked for: what has some of them, ordered by what it has, the rarer words counting
/// the more. What has little of it beside the best is left out.
/// </summary>
internal sealed class Partly<T>(State<T> state, Scratch scratch, Harvest<T> harvest, Func<Part<T>, Predicate<int>> scopeOf)
{
    private const float LeastBesideBest = Understood.LeastBesideBest;

    private readonly float[] _scores = new float[Segment.Most];
    private readonly float[] _rarities = new float[Segment.Most];

    public void Find(List<Meaning> wanted)
    {
        var all = wanted.Sum(meaning => meaning.Rarity);
        var most = 0f;
        foreach (var part in state.Parts)
        {
            AddUp(part, wanted);
            var isInScope = scopeOf(part);
            for (var document = 0; document < part.Segment.Count; document++)
            {
                if (_rarities[document] > most && isInScope(document))
                {
                    most = _rarities[document];
                }
            }
        }

        foreach (var part in state.Parts.Where(_ => most > 0))
        {
            AddUp(part, wanted);
            var (isInScope, count) = (scopeOf(part), 0);
            for (var document = 0; document < part.Segment.Count; document++)
            {
                if (_rarities[document] > most * LeastBesideBest && isInScope(document))
                {
                    (scratch.Documents[count], _scores[count++]) = ((ushort)document, _scores[document] * _rarities[document] / all);
                }
            }

            harvest.Take(part, scratch.Documents.AsSpan(0, count), new Scoring([], known: _scores), [], []);
        }
    }

    /// <summary>What each document's words are worth, and how rare they are together; nothing where it has all of them.</summary>
    private void AddUp(Part<T> part, List<Meaning> wanted)
    {
        Array.Clear(_scores);
        Array.Clear(_rarities);
        var counts = new byte[part.Segment.Count];
        scratch.Steps += 2L * part.Segment.Count;
        for (var word = 0; word < wanted.Count; word++)
        {
            var run = Run.Of(part.Segment, wanted[word], word, scratch);
            var documents = run.Documents;
            scratch.Steps += documents.Length;
            for (var i = 0; i < documents.Length; i++)
            {
                counts[documents[i]]++;
                _scores[documents[i]] += run.Score(i);
                _rarities[documents[i]] += wanted[word].Rarity;
            }
        }

        for (var document = 0; document < counts.Length; document++)
        {
            if (counts[document] == wanted.Count)
            {
                _rarities[document] = 0; // it is among the hits already
            }
        }
    }
}
