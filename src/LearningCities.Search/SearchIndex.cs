using System.Collections.Concurrent;

namespace LearningCities.Search;

/// <summary>
/// Things of one kind, found by their words. Any number of readers search while one writer at a time changes it; a reader
/// sees all of a change or nothing of it, and waits for nobody.
/// </summary>
public sealed class SearchIndex<T>
{
    private readonly Schema<T> _schema;
    private readonly Lexicon _lexicon = new();
    private readonly ValueSets[] _lists;
    private readonly Layouts _layouts = new();
    private readonly Writing<T> _writing;
    private readonly Merging<T> _merging;
    private readonly Lock _changing = new();
    private readonly ConcurrentBag<Scratch> _scratches = [];
    private State<T> _state;
    private long _searches, _changes, _changesAtTops, _steps;

    public SearchIndex(Schema<T> schema)
    {
        _schema = schema;
        _lists = [.. schema.Lists.Select(_ => new ValueSets())];
        _writing = new Writing<T>(schema, _lexicon, _lists, _layouts);
        _merging = new Merging<T>(() => new Writing<T>(schema, _lexicon, _lists, _layouts));
        _state = new State<T>([], _lexicon, new Spellings(_lexicon));
    }

    /// <summary>How many things are in it.</summary>
    public int Count => State.Living;

    /// <summary>How large it is, and what it has done.</summary>
    public Figures Figures
    {
        get
        {
            var state = State;
            return new Figures(
                state.Living,
                state.Parts.Sum(part => part.Deaths.Count),
                state.Parts.Length,
                _lexicon.Forms.Count,
                state.Parts.Sum(part => part.Segment.Bytes),
                Interlocked.Read(ref _searches),
                Interlocked.Read(ref _changes),
                _merging.Count);
        }
    }

    /// <summary>What all searches so far have looked at.</summary>
    internal long Steps => Interlocked.Read(ref _steps);

    private State<T> State => Volatile.Read(ref _state);

    /// <summary>Puts things in, in place of those with the same id, and takes others out. Cheapest with many at a time.</summary>
    public void Apply(IEnumerable<T> put, IEnumerable<Guid> remove)
    {
        lock (_changing)
        {
            var latest = new Dictionary<Guid, T>();
            foreach (var thing in put)
            {
                latest[_schema.Id(thing)] = thing;
            }

            var removed = remove.ToList();
            var parts = WithoutOld(latest.Keys.Concat(removed));
            var (ids, things) = (latest.Keys.ToArray(), latest.Values.ToArray());
            Array.Sort(ids, things);
            for (var at = 0; at < things.Length; at += Segment.Most)
            {
                parts.Add(_writing.Of(things.AsSpan(at, Math.Min(Segment.Most, things.Length - at))));
            }

            parts.RemoveAll(part => part.Living == 0);
            _merging.MergeSmall(parts, _writing);
            _changes += things.Length + removed.Count;
            Publish(parts);
        }

        _merging.Begin(() => State.Parts, Replace);
    }

    public Answer<T> Search(Query query)
    {
        Interlocked.Increment(ref _searches);
        return WithScratch(scratch => new Finding<T>(State, _schema, _lists, query, scratch).Answer());
    }

    /// <summary>Words that go on as typed, the most frequent first.</summary>
    public IReadOnlyList<Suggestion> Suggest(string text, int limit = 8) => State.Suggest(text, limit);

    /// <summary>Why a thing is among the hits of a question; null where it is not in the index.</summary>
    public Explanation? Explain(Query query, Guid id) => State is var state && state.Find(id) is (var part, var document)
        ? WithScratch(scratch => new Finding<T>(state, _schema, _lists, query, scratch).Explain(part, document))
        : null;

    /// <summary>
    /// Keeps what is in it now in a file, while searches and changes go on; a file that is there gives way when the new one is
    /// whole. Needs <see cref="Schema{T}.Kept"/>.
    /// </summary>
    /// <param name="note">Whatever the owner wants to read with it, up to which change it has come for instance.</param>
    public void Save(string file, string note = "")
    {
        if (_schema.Keeping is null)
        {
            throw new InvalidOperationException("Say in the schema how things are kept: without it there is no snapshot.");
        }

        Snapshot.Write(file, _schema, State, _lists, note);
    }

    internal string Restore(string file)
    {
        var (note, parts) = Snapshot.Read(file, _schema, _lexicon, _lists, _writing);
        Publish(parts);
        return note;
    }

    /// <summary>Waits until nothing is merged in the background.</summary>
    public Task Settle() => _merging.Running;

    private TResult WithScratch<TResult>(Func<Scratch, TResult> search)
    {
        var scratch = _scratches.TryTake(out var kept) ? kept : new Scratch();
        var result = search(scratch);
        Interlocked.Add(ref _steps, scratch.Steps);
        scratch.Steps = 0;
        _scratches.Add(scratch); // not after an exception: it might not be clean
        return result;
    }

    private List<Part<T>> WithoutOld(IEnumerable<Guid> ids)
    {
        var (parts, dead) = (_state.Parts.ToList(), _state.Parts.Select(_ => new List<int>()).ToArray());
        foreach (var id in ids)
        {
            for (var p = 0; p < parts.Count; p++)
            {
                if (parts[p].Segment.Find(id) is >= 0 and var document && !parts[p].Deaths.Has(document) && !dead[p].Contains(document))
                {
                    dead[p].Add(document);
                    _lexicon.CountPlaces(parts[p].Segment.WordsOf(document), -1);
                    break;
                }
            }
        }

        for (var p = 0; p < parts.Count; p++)
        {
            parts[p] = dead[p].Count == 0 ? parts[p] : parts[p] with { Deaths = parts[p].Deaths.With(dead[p]) };
        }

        return parts;
    }

    private void Publish(List<Part<T>> parts)
    {
        var spellings = _state.Spellings.Grown();
        if (_changes - _changesAtTops > _lexicon.Forms.Count / 10)
        {
            spellings.ForgetTops();
            _changesAtTops = _changes;
        }

        Volatile.Write(ref _state, new State<T>([.. parts], _lexicon, spellings));
    }

    /// <summary>Puts what was merged in the background in place of what it was made of, without what died meanwhile.</summary>
    private void Replace(IReadOnlyList<Part<T>> old, Part<T> merged)
    {
        lock (_changing)
        {
            var parts = _state.Parts.ToList();
            var dead = new List<int>();
            foreach (var before in old)
            {
                var now = parts.Find(part => part.Segment == before.Segment);
                for (var document = 0; document < before.Items.Length; document++)
                {
                    if (!before.Deaths.Has(document) && (now?.Deaths.Has(document) ?? true))
                    {
                        dead.Add(merged.Segment.Find(before.Segment.Ids[document]));
                    }
                }

                parts.RemoveAll(part => part.Segment == before.Segment);
            }

            parts.Insert(0, dead.Count == 0 ? merged : merged with { Deaths = merged.Deaths.With(dead) });
            parts.RemoveAll(part => part.Living == 0);
            Publish(parts);
        }
    }
}

/// <summary>What is to be done before there is an index.</summary>
public static class SearchIndex
{
    /// <summary>
    /// Reads what was saved; null where there is no file, or one that was hurt or is of another schema: then the index is
    /// to be made anew.
    /// </summary>
    public static (SearchIndex<T> Index, string Note)? Load<T>(Schema<T> schema, string file)
    {
        if (!File.Exists(file) || !Snapshot.IsWhole(file, schema))
        {
            return null;
        }

        var index = new SearchIndex<T>(schema);
        return (index, index.Restore(file));
    }
}
