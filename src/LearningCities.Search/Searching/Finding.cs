namespace LearningCities.Search;

/// <summary>One search: what a question means, which documents it leads to, and what is gathered of them.</summary>
internal sealed class Finding<T>
{
    private static readonly ushort[] Everything = [.. Enumerable.Range(0, Segment.Most).Select(document => (ushort)document)];

    private readonly State<T> _state;
    private readonly Query _query;
    private readonly Scratch _scratch;
    private readonly Schema<T> _schema;
    private readonly Test[] _scope;
    private readonly Harvest<T> _harvest;
    private readonly Asked _asked;
    private readonly List<Meaning> _meanings = [];
    private Test[] _texts = [];

    // For one segment at a time: each word's run, the words from the rarest to the most frequent, and where candidates are in their runs.
    private Run[] _runs = [];
    private int[] _order = [], _lengths = [];
    private int[][] _places = [];

    public Finding(State<T> state, Schema<T> schema, ValueSets[] lists, Query query, Scratch scratch)
    {
        (_state, _schema, _query, _scratch) = (state, schema, query, scratch);
        _scope = [.. query.Scope.Select(filter => Test.Of(filter, schema, lists))];
        _harvest = new Harvest<T>(query, schema, lists, scratch);
        _asked = Asked.Of(query.Text);
    }

    // Who put words in quotes wants them so, or, where nothing has them so, whatever there is.
    private int Enough => _asked.Phrases.Count > 0 ? 1 : _query.Enough;

    public Answer<T> Answer()
    {
        Understand();
        var wanted = _meanings.FindAll(meaning => meaning.IsFound);
        if (_asked.IsEmpty || wanted.Count > 0)
        {
            Weigh(wanted);
            var withAll = 0;
            foreach (var part in _state.Parts)
            {
                withAll += _asked.IsEmpty ? Browse(part) : WithAll(part, wanted);
            }

            if (wanted.Count > 1 && withAll < Enough)
            {
                new Partly<T>(_state, _scratch, _harvest, ScopeOf).Find(wanted);
            }
        }

        var shown = new Shown(_meanings, _state.Lexicon);
        return _harvest.Answer(item => _asked.IsEmpty || !_query.Snippets ? null : Snippets.Of(_schema.Passages(item), shown, _query.Language), Meaning.Correction(_query.Text, _meanings));
    }

    /// <summary>What each word of the question is worth in one document; none where it has none.</summary>
    public Explanation? Explain(Part<T> part, int document)
    {
        Understand();
        var wanted = _meanings.FindAll(meaning => meaning.IsFound);
        Weigh(wanted);
        var reasons = new List<Reason>();
        for (var word = 0; word < wanted.Count; word++)
        {
            var run = Run.Of(part.Segment, wanted[word], word, _scratch);
            if (run.Documents.BinarySearch((ushort)document) is >= 0 and var at)
            {
                reasons.Add(new Reason(wanted[word].Word.Term, Standing(part, document, wanted[word]), run.Score(at), wanted[word].Things));
            }
        }

        var sum = (float)reasons.Sum(reason => reason.Score);
        return new Explanation(_harvest.Lifted(part.Segment, document, sum), reasons);
    }

    private void Understand()
    {
        var understanding = new Understanding(_state.Lexicon, _state.Spellings, InScope);
        foreach (var word in _asked.Words)
        {
            _meanings.Add(understanding.Of(word, isLast: word == _asked.Words[^1]));
        }

        _texts =
        [
            .. _asked.Unwanted.Count == 0 ? [] : new[] { new NotWanted([.. _asked.Unwanted.SelectMany(term => understanding.Forms(term, term, 1))]) },
            .. _asked.Phrases.Select(words => new Together(words, _state.Lexicon)),
        ];
    }

    private void Weigh(List<Meaning> wanted)
    {
        foreach (var meaning in wanted)
        {
            var found = 0;
            foreach (var part in _state.Parts)
            {
                foreach (var pick in meaning.Picks)
                {
                    found += part.Segment.Postings.Of(pick.Family).Length;
                }
            }

            meaning.Weigh(found, _state.Living);
        }
    }

    private int Browse(Part<T> part) => Gather(part, Everything.AsSpan(0, part.Segment.Count), new Scoring([]));

    /// <summary>Those that have all words, from the rarest to the most frequent.</summary>
    private int WithAll(Part<T> part, List<Meaning> wanted)
    {
        if (_runs.Length != wanted.Count)
        {
            (_runs, _order, _lengths, _places) = (new Run[wanted.Count], new int[wanted.Count], new int[wanted.Count], new int[wanted.Count][]);
        }

        for (var word = 0; word < _runs.Length; word++)
        {
            _runs[word] = Run.Of(part.Segment, wanted[word], word, _scratch);
            (_order[word], _lengths[word], _places[word]) = (word, _runs[word].Length, _scratch.Places(word));
            if (_lengths[word] == 0)
            {
                return 0;
            }
        }

        if (_runs.Length == 1)
        {
            _scratch.Steps += _lengths[0];
            return Gather(part, _runs[0].Documents, new Scoring(_runs));
        }

        Array.Sort(_lengths, _order);
        _scratch.Steps += (long)_lengths[0] * _runs.Length;
        var count = Intersect(_runs, _order);
        return count == 0 ? 0 : Gather(part, _scratch.Documents.AsSpan(0, count), new Scoring(_runs, _places));
    }

    private int Intersect(Run[] runs, int[] order)
    {
        var documents = runs[order[0]].Documents;
        var count = documents.Length;
        for (var next = 1; next < order.Length; next++)
        {
            var kept = _scratch.Chosen.AsSpan();
            count = Intersection.Of(documents[..count], runs[order[next]].Documents, kept, _scratch.Places(order[next]));
            for (var before = 0; before < next; before++)
            {
                var places = _scratch.Places(order[before]);
                for (var i = 0; i < count; i++)
                {
                    places[i] = next == 1 ? kept[i] : places[kept[i]];
                }
            }

            for (var i = 0; i < count; i++)
            {
                _scratch.Documents[i] = documents[kept[i]];
            }

            documents = _scratch.Documents;
        }

        return count;
    }

    private int Gather(Part<T> part, ReadOnlySpan<ushort> documents, Scoring scoring) =>
        _harvest.Take(part, documents, scoring, _scope, _texts);

    private Predicate<int> ScopeOf(Part<T> part)
    {
        Array.ForEach(_scope, test => test.Enter(part.Segment));
        Array.ForEach(_texts, test => test.Enter(part.Segment));
        return document => !part.Deaths.Has(document) && Array.TrueForAll(_scope, test => test.Admits(document))
            && Array.TrueForAll(_texts, test => test is not NotWanted || test.Admits(document));
    }

    private int InScope(Pick pick, int enough)
    {
        var found = 0;
        foreach (var part in _state.Parts)
        {
            var posted = part.Segment.Postings.Of(pick.Family);
            if (part.Deaths.Count == 0 && _scope.Length == 0)
            {
                found += posted.Length;
            }
            else
            {
                Array.ForEach(_scope, test => test.Enter(part.Segment));
                for (var i = 0; i < posted.Length && found < enough; i++)
                {
                    var document = posted.Documents[i];
                    found += !part.Deaths.Has(document) && Array.TrueForAll(_scope, test => test.Admits(document)) ? 1 : 0;
                }
            }

            if (found >= enough)
            {
                return found;
            }
        }

        return found;
    }

    private List<string> Standing(Part<T> part, int document, Meaning meaning)
    {
        var row = part.Segment.WordsOf(document);
        var found = new List<string>();
        for (var at = 0; at < row.Length;)
        {
            var number = Drafts.Read(row, ref at);
            if (number == Drafts.NewPassage)
            {
                Drafts.Read(row, ref at);
            }
            else if (_state.Lexicon.Terms[number - 1] is var term && meaning.Families.Contains(term.Family) && !found.Contains(term.Written))
            {
                found.Add(term.Written);
            }
        }

        return found;
    }
}
