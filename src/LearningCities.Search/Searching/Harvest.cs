using System.Numerics;
using System.Runtime.Intrinsics;

namespace LearningCities.Search;

/// <summary>Gathers what a search comes by: the best of it for this page, and the counts of all of it.</summary>
internal sealed class Harvest<T>
{
    private readonly Query _query;
    private readonly Scratch _scratch;
    private readonly TopHits _top;
    private readonly Tally _tally;
    private readonly Test[] _hard;
    private readonly (Test[] Tests, Tally Refused)[] _soft; // by facet: what it filters, and the counts of what only it refuses
    private readonly Test? _placed; // a filter that says where hits can be at all
    private readonly List<(int From, int To)> _rows = [];
    private readonly Lifting[] _lifts;
    private readonly Ordering _order;
    private readonly List<Part<T>> _entered = [];
    private int _total;

    public Harvest(Query query, Schema<T> schema, ValueSets[] lists, Scratch scratch)
    {
        (_query, _scratch) = (query, scratch);
        _top = new TopHits(Math.Max(0, query.Limit) + 1, query.After, scratch);
        var counted = query.Facets.Select(facet => facet.Name).ToHashSet();
        var filtered = query.Filters.Where(filter => counted.Contains(filter.Name)).GroupBy(filter => filter.Name).ToList();
        _hard = [.. query.Filters.Where(filter => !counted.Contains(filter.Name)).Select(filter => Test.Of(filter, schema, lists)).OrderBy(test => test.IsDear)];
        _soft = [.. filtered.Select(own => (
            own.Select(filter => Test.Of(filter, schema, lists)).ToArray(),
            Tally.Of(query.Facets.Where(facet => facet.Name == own.Key), schema, lists, scratch)))];
        _tally = Tally.Of(query.Facets, schema, lists, scratch);
        _placed = Array.Find(_hard, test => test is { Boxes: not null, Point: 0 });
        _lifts = [.. query.Lifts.Select(lift => Lifting.Of(lift, schema))];
        _order = Ordering.Of(query.Sort, schema);
    }

    /// <summary>Makes the filters ready for a segment.</summary>
    public void Enter(Part<T> part)
    {
        _entered.Add(part);
        _top.Enter(part.Segment);
        Enter(_hard, part.Segment);
        foreach (var lift in _lifts)
        {
            lift.Enter(part.Segment);
        }

        foreach (var (tests, _) in _soft)
        {
            Enter(tests, part.Segment);
        }

        _order.Enter(part.Segment);
    }

    private static void Enter(Test[] tests, Segment segment)
    {
        foreach (var test in tests)
        {
            test.Enter(segment);
        }
    }

    /// <summary>Takes in a segment's candidates.</summary>
    /// <returns>How many of them are in scope; where a place is asked for, as many as are enough or more.</returns>
    public int Take(Part<T> part, ReadOnlySpan<ushort> documents, Scoring scoring, Test[] scope, Test[] texts)
    {
        Enter(part);
        Enter(scope, part.Segment);
        Enter(texts, part.Segment);
        if (part.Deaths.Count == 0 && scope.Length + texts.Length + _hard.Length + _soft.Length == 0)
        {
            Keep(part, documents, scoring, documents.Length);
            return documents.Length;
        }

        var chosen = Candidates(part.Segment, documents);
        _scratch.Steps += documents.Length + ((long)chosen.Length * (scope.Length + texts.Length + _hard.Length + _soft.Length));
        chosen = chosen[..Living(part.Deaths, documents, chosen)];
        chosen = KeepAll(scope, documents, chosen);
        var inScope = _placed is null || chosen.Length >= _query.Enough ? chosen.Length : InScope(part, documents, scope, _query.Enough);
        chosen = KeepAll(_hard, documents, KeepAll(texts, documents, chosen));
        chosen = chosen[..(_soft.Length == 0 ? chosen.Length : Sort(part.Segment, documents, chosen))];
        KeepChosen(part, documents, chosen, scoring);
        foreach (var text in texts)
        {
            _scratch.Steps += text.TakeSteps();
        }

        return inScope;
    }

    public Answer<T> Answer(Func<T, Snippet?> snippet, Correction? correction)
    {
        var tops = _top.InOrder();
        var shown = Math.Min(tops.Count, Math.Max(0, _query.Limit));
        var hits = new List<Hit<T>>(shown);
        foreach (var top in tops.Take(shown))
        {
            var item = _entered[top.Entered].Items[top.Document];
            hits.Add(new Hit<T>(item, top.Score, snippet(item)));
        }

        foreach (var (_, refused) in _soft)
        {
            _tally.Add(refused);
        }

        var facets = new Dictionary<string, IReadOnlyList<Count>>();
        foreach (var (name, counts) in _tally.Results())
        {
            facets[name] = counts;
        }

        return new Answer<T>(
            hits, _total, facets, correction, tops.Count > shown && shown > 0 ? new Mark(tops[shown - 1].Key, tops[shown - 1].Id) : null);
    }

    public double Lifted(Segment segment, int document, float score)
    {
        Array.ForEach(_lifts, lift => lift.Enter(segment));
        return Lifted(document, score);
    }

    private float Lifted(int document, float score)
    {
        foreach (var lift in _lifts)
        {
            score *= lift.For(document);
        }

        return score;
    }

    /// <summary>Which of the documents can be hits at all: where a place is asked for, those in its rows.</summary>
    private Span<int> Candidates(Segment segment, ReadOnlySpan<ushort> documents)
    {
        var chosen = _scratch.Chosen.AsSpan(0, documents.Length);
        _rows.Clear();
        if (_placed is null)
        {
            _rows.Add((0, segment.Count));
        }
        else
        {
            foreach (var box in _placed.Boxes!)
            {
                segment.Grid!.Read(box, _rows);
            }

            _rows.Sort(); // two boxes may have rows in common only across the 180th meridian, where they touch nowhere
        }

        var (at, count) = (0, 0);
        foreach (var (from, to) in _rows)
        {
            for (at = FirstFrom(documents, from, at); at < documents.Length && documents[at] < to; at++)
            {
                chosen[count++] = at;
            }
        }

        return chosen[..count];
    }

    private static int FirstFrom(ReadOnlySpan<ushort> documents, int document, int low)
    {
        var high = documents.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = documents[middle] < document ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int InScope(Part<T> part, ReadOnlySpan<ushort> documents, Test[] scope, int enough)
    {
        var found = 0;
        for (var i = 0; i < documents.Length && found < enough; i++)
        {
            found += !part.Deaths.Has(documents[i]) && AdmitsAll(scope, documents[i]) ? 1 : 0;
        }

        return found;
    }

    private static int Living(Deaths deaths, ReadOnlySpan<ushort> documents, Span<int> chosen)
    {
        var count = deaths.Count == 0 ? chosen.Length : 0;
        for (var i = 0; i < chosen.Length && deaths.Count > 0; i++)
        {
            chosen[count] = chosen[i];
            count += deaths.Has(documents[chosen[i]]) ? 0 : 1;
        }

        return count;
    }

    private static Span<int> KeepAll(Test[] tests, ReadOnlySpan<ushort> documents, Span<int> chosen)
    {
        foreach (var test in tests)
        {
            chosen = chosen[..test.Keep(documents, chosen)];
        }

        return chosen;
    }

    /// <summary>Keeps what all filters admit. What only one facet's filters refuse is counted by that facet.</summary>
    private int Sort(Segment segment, ReadOnlySpan<ushort> documents, Span<int> chosen)
    {
        var marks = _scratch.Marks.AsSpan(0, chosen.Length);
        marks.Fill(Test.Nobody);
        for (var facet = 0; facet < _soft.Length; facet++)
        {
            foreach (var test in _soft[facet].Tests)
            {
                test.Mark(documents, chosen, marks, facet);
            }
        }

        var (count, refused) = (0, _scratch.Refused(_soft.Length));
        Span<int> refusals = stackalloc int[_soft.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            if (marks[i] == Test.Nobody)
            {
                chosen[count++] = chosen[i];
            }
            else if (marks[i] != Test.Several)
            {
                refused[marks[i]][refusals[marks[i]]++] = documents[chosen[i]];
            }
        }

        for (var facet = 0; facet < _soft.Length; facet++)
        {
            _soft[facet].Refused.Count(segment, refused[facet].AsSpan(0, refusals[facet]));
        }

        return count;
    }

    private static bool AdmitsAll(Test[] tests, int document)
    {
        foreach (var test in tests)
        {
            if (!test.Admits(document))
            {
                return false;
            }
        }

        return true;
    }

    private void KeepChosen(Part<T> part, ReadOnlySpan<ushort> documents, ReadOnlySpan<int> chosen, Scoring scoring)
    {
        for (var i = 0; i < chosen.Length; i++)
        {
            _scratch.Scores[i] = scoring.Of(chosen[i]);
            _scratch.Documents[i] = documents[chosen[i]];
        }

        Keep(part, _scratch.Documents, scoring.IsNone ? scoring : new Scoring([], known: _scratch.Scores), chosen.Length);
    }

    private void Keep(Part<T> part, ReadOnlySpan<ushort> documents, Scoring scoring, int count)
    {
        _total += count;
        documents = documents[..count];
        if (_query.Facets.Count > 0)
        {
            _tally.Count(part.Segment, documents);
        }

        if (_order.IsByRelevance && _lifts.Length == 0 && scoring.IsOne && scoring.Runs[0].IsPlain(out var worths, out var share))
        {
            TakeBest(documents, scoring.Runs[0], worths, share);
            return;
        }

        if (_order.IsByRelevance && _lifts.Length == 0 && !scoring.IsNone)
        {
            TakeScored(documents, scoring);
            return;
        }

        for (var i = 0; i < documents.Length; i++)
        {
            var score = _lifts.Length == 0 ? scoring.Of(i) : Lifted(documents[i], scoring.IsNone ? 1 : scoring.Of(i));
            _top.Take(_order.IsByRelevance ? -score : _order.Key(documents[i]), documents[i], score);
        }
    }

    /// <summary>Most come too late, and are passed by with one comparison.</summary>
    private void TakeScored(ReadOnlySpan<ushort> documents, Scoring scoring)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            var score = scoring.Of(i);
            if (-score <= _top.LastKey)
            {
                _top.Take(-score, documents[i], score);
            }
        }
    }

    /// <summary>Thirty-two at a look: those that cannot come before the last one kept are passed by.</summary>
    private void TakeBest(ReadOnlySpan<ushort> documents, Run run, ReadOnlySpan<ushort> worths, float share)
    {
        const int Look = 2;
        var (at, width, last, floor) = (0, Vector256<ushort>.Count, double.PositiveInfinity, (ushort)0);
        while (at < documents.Length)
        {
            if (last != _top.LastKey)
            {
                last = _top.LastKey;
                floor = Posted.Worth(Floor(share, -last), 0);
            }

            if (Vector256.IsHardwareAccelerated && at + (Look * width) <= documents.Length)
            {
                var least = Vector256.Create(floor);
                var enough = Vector256.GreaterThanOrEqual(Vector256.Create(worths.Slice(at, width)), least).ExtractMostSignificantBits()
                    | (Vector256.GreaterThanOrEqual(Vector256.Create(worths.Slice(at + width, width)), least).ExtractMostSignificantBits() << width);
                for (; enough != 0; enough &= enough - 1)
                {
                    TakeOne(at + BitOperations.TrailingZeroCount(enough), documents);
                }

                at += Look * width;
            }
            else
            {
                TakeOne(at++, documents);
            }
        }

        void TakeOne(int i, ReadOnlySpan<ushort> documents)
        {
            var score = run.Score(i);
            if (-score <= _top.LastKey)
            {
                _top.Take(-score, documents[i], score);
            }
        }
    }

    /// <summary>The smallest impact that can reach a score.</summary>
    private static byte Floor(float share, double score)
    {
        var impact = (int)Math.Clamp((score / share) - 1, 0, 255);
        while (impact < 255 && impact * share < score)
        {
            impact++;
        }

        return (byte)impact;
    }
}
