namespace LearningCities.Search;

/// <summary>
/// Where few things have all words that were asked for: what has some of them, ordered by what it has, the rarer words counting
/// the more. What has little of it beside the best is left out.
/// </summary>
internal sealed class Partly<T>(State<T> state, Scratch scratch, Harvest<T> harvest, Func<Part<T>, Predicate<int>> scopeOf)
{
    private const float LeastBesideBest = Understood.LeastBesideBest;

    public void Find(List<Meaning> wanted)
    {
        var all = wanted.Sum(meaning => meaning.Rarity);
        var best = Best(wanted);
        if (best == 0)
        {
            return;
        }

        var enough = best * LeastBesideBest;
        var telling = Telling(wanted, enough);
        foreach (var part in state.Parts)
        {
            var (isInScope, found, count) = (scopeOf(part), AddUp(part, wanted, telling), 0);
            for (var i = 0; i < found; i++)
            {
                var document = scratch.Documents[i];
                var rarity = RarityOf(wanted, scratch.WordsOf[document]);
                if (scratch.WordsOf[document] != All(wanted) && rarity > enough && isInScope(document))
                {
                    scratch.Documents[count] = document;
                    scratch.Scores[count++] = scratch.ByDocument[document] * rarity / all;
                }

                (scratch.WordsOf[document], scratch.ByDocument[document]) = (0, 0);
            }

            harvest.Take(part, scratch.Documents.AsSpan(0, count), new Scoring([], known: scratch.Scores), [], []);
        }
    }

    private static ushort All(List<Meaning> wanted) => (ushort)((1 << wanted.Count) - 1);

    // Always in the same order: a sum in another order is another sum.
    private static float RarityOf(List<Meaning> wanted, ushort words)
    {
        var sum = 0f;
        for (var word = 0; word < wanted.Count; word++)
        {
            sum += (words & (1 << word)) != 0 ? wanted[word].Rarity : 0;
        }

        return sum;
    }

    /// <summary>How rare the words are together of what has the most of them, but not all; nothing where nothing has any.</summary>
    private float Best(List<Meaning> wanted)
    {
        var (best, most, everything) = (0f, MostWithoutOne(wanted), Enumerable.Repeat(true, wanted.Count).ToArray());
        foreach (var part in state.Parts)
        {
            var (isInScope, found) = (scopeOf(part), AddUp(part, wanted, everything));
            for (var i = 0; i < found; i++)
            {
                var document = scratch.Documents[i];
                var rarity = best == most || scratch.WordsOf[document] == All(wanted) ? 0 : RarityOf(wanted, scratch.WordsOf[document]);
                best = rarity > best && isInScope(document) ? rarity : best;
                (scratch.WordsOf[document], scratch.ByDocument[document]) = (0, 0);
            }

            if (best == most)
            {
                return best; // nothing can be better
            }
        }

        return best;
    }

    private static float MostWithoutOne(List<Meaning> wanted)
    {
        var most = 0f;
        for (var word = 0; word < wanted.Count; word++)
        {
            most = Math.Max(most, RarityOf(wanted, (ushort)(All(wanted) & ~(1 << word))));
        }

        return most;
    }

    /// <summary>Words of which one must be there: all others together are not rare enough.</summary>
    private static bool[] Telling(List<Meaning> wanted, float enough)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(word => wanted[word].Rarity);
        var (telling, others) = (new bool[wanted.Count], (ushort)0);
        foreach (var word in order)
        {
            others |= (ushort)(1 << word);
            telling[word] = RarityOf(wanted, others) > enough;
        }

        return telling;
    }

    /// <summary>Which documents have one of the telling words, which words those have at all, and what that is worth; how many they are.</summary>
    private int AddUp(Part<T> part, List<Meaning> wanted, bool[] telling)
    {
        var runs = new Run[wanted.Count];
        for (var word = 0; word < runs.Length; word++)
        {
            runs[word] = Run.Of(part.Segment, wanted[word], word, scratch);
            scratch.Steps += runs[word].Length;
        }

        for (var word = 0; word < runs.Length; word++)
        {
            foreach (var document in telling[word] ? runs[word].Documents : [])
            {
                scratch.Marked.Add(document);
            }
        }

        for (var word = 0; word < runs.Length; word++)
        {
            var documents = runs[word].Documents;
            for (var i = 0; i < documents.Length; i++)
            {
                if (scratch.Marked.Has(documents[i]))
                {
                    scratch.WordsOf[documents[i]] |= (ushort)(1 << word);
                    scratch.ByDocument[documents[i]] += runs[word].Score(i);
                }
            }
        }

        return scratch.Marked.Take(scratch.Documents);
    }
}
