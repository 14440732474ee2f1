namespace LearningCities.Search;

/// <summary>Where nothing has all words that were asked for: what has as many of them as anything has.</summary>
internal sealed class Partly<T>(State<T> state, Scratch scratch, Harvest<T> harvest, Func<Part<T>, int, bool> isInScope)
{
    private readonly float[] _scores = new float[Segment.Most];
    private readonly byte[] _counts = new byte[Segment.Most];

    public void Find(List<Meaning> wanted)
    {
        var most = 0;
        foreach (var part in state.Parts)
        {
            Count(part, wanted);
            harvest.Enter(part);
            for (var document = 0; document < part.Segment.Count; document++)
            {
                if (_counts[document] > most && isInScope(part, document))
                {
                    most = _counts[document];
                }
            }
        }

        foreach (var part in state.Parts.Where(_ => most > 0))
        {
            Count(part, wanted);
            harvest.Enter(part);
            var count = 0;
            for (var document = 0; document < part.Segment.Count; document++)
            {
                if (_counts[document] >= most && isInScope(part, document))
                {
                    (scratch.Documents[count], _scores[count++]) = ((ushort)document, _scores[document]);
                }
            }

            harvest.Take(part, scratch.Documents.AsSpan(0, count), new Scoring([], known: _scores), [], []);
        }
    }

    private void Count(Part<T> part, List<Meaning> wanted)
    {
        Array.Clear(_scores);
        Array.Clear(_counts);
        for (var word = 0; word < wanted.Count; word++)
        {
            var run = Run.Of(part.Segment, wanted[word], word, scratch);
            var documents = run.Documents;
            for (var i = 0; i < documents.Length; i++)
            {
                _counts[documents[i]]++;
                _scores[documents[i]] += run.Score(i);
            }
        }
    }
}
