namespace LearningCities.Search;

/// <summary>
/// Things of one kind, found by their words. Any number of readers search while one writer at a time changes it; a reader
/// sees all of a change or nothing of it, and waits for nobody.
/// </summary>
/// <param name="id">What makes two things the same.</param>
/// <param name="passages">The texts of a thing. They are read again when a found thing is shown.</param>
public sealed class SearchIndex<T>(Func<T, Guid> id, Func<T, IEnumerable<Passage>> passages)
{
    private readonly Lock _writing = new();
    private readonly Dictionary<Guid, Place> _places = [];
    private Part<T>[] _parts = [];

    private readonly record struct Place(Segment<T> Segment, int Document);

    /// <summary>How many things are in it.</summary>
    public int Count => Volatile.Read(ref _parts).Sum(part => part.Living);

    /// <summary>Puts things in, in place of those with the same id, and takes others out. Cheapest with many at a time.</summary>
    public void Apply(IEnumerable<T> put, IEnumerable<Guid> remove)
    {
        lock (_writing)
        {
            var latest = new Dictionary<Guid, T>();
            foreach (var item in put)
            {
                latest[id(item)] = item;
            }

            var parts = WithDead(latest.Keys.Concat(remove));
            if (latest.Count > 0)
            {
                Add(parts, Segment<T>.Of([.. latest.Values], id, passages));
            }

            parts.RemoveAll(part => part.Living == 0);
            Tidy(parts);
            Volatile.Write(ref _parts, [.. parts]);
        }
    }

    public Answer<T> Search(Query<T> query)
    {
        var parts = Volatile.Read(ref _parts);
        var scope = Array.ConvertAll(parts, part => InScope(part, query.Scope));
        var matches = query.Text.Length == 0 ? null : new Matching<T>(parts, scope, passages).Find(query.Text);
        if (matches is { AsksNothing: true })
        {
            matches = null;
        }

        var harvest = new Harvest<T>(query);
        for (var p = 0; p < parts.Length; p++)
        {
            var segment = parts[p].Segment;
            for (var document = 0; document < segment.Items.Length; document++)
            {
                if (scope[p][document] && (matches?.Has(p, document) ?? true))
                {
                    harvest.Take(segment.Items[document], segment.Ids[document], matches?.Scores[p][document] ?? 0);
                }
            }
        }

        return harvest.Answer(
            item => matches is null ? null : Snippets.Of(passages(item), matches.Asked, query.Language), matches?.Correction);
    }

    private static bool[] InScope(Part<T> part, Func<T, bool> scope)
    {
        var admitted = new bool[part.Dead.Length];
        for (var document = 0; document < admitted.Length; document++)
        {
            admitted[document] = !part.Dead[document] && scope(part.Segment.Items[document]);
        }

        return admitted;
    }

    private List<Part<T>> WithDead(IEnumerable<Guid> ids)
    {
        var places = new List<Place>();
        foreach (var replaced in ids)
        {
            if (_places.Remove(replaced, out var place))
            {
                places.Add(place);
            }
        }

        var bySegment = places.ToLookup(place => place.Segment);
        return [.. _parts.Select(part => bySegment.Contains(part.Segment) ? Mourn(part, bySegment[part.Segment]) : part)];
    }

    // A copy, because readers are looking at the old one.
    private static Part<T> Mourn(Part<T> part, IEnumerable<Place> places)
    {
        var dead = (bool[])part.Dead.Clone();
        foreach (var place in places)
        {
            dead[place.Document] = true;
        }

        return new Part<T>(part.Segment, dead);
    }

    private void Add(List<Part<T>> parts, Segment<T> segment)
    {
        parts.Add(new Part<T>(segment, new bool[segment.Items.Length]));
        for (var document = 0; document < segment.Ids.Length; document++)
        {
            _places[segment.Ids[document]] = new Place(segment, document);
        }
    }

    /// <summary>
    /// Merges the newest segments while the one before is not much larger, so that there are few, and each thing is moved
    /// only a few times in its life; and a segment that is mostly dead into itself.
    /// </summary>
    private void Tidy(List<Part<T>> parts)
    {
        while (parts is [.., var before, var last] && before.Living < 4 * last.Living)
        {
            parts.RemoveRange(parts.Count - 2, 2);
            Add(parts, Segment<T>.Merge([before, last]));
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Living * 2 < parts[i].Dead.Length)
            {
                var living = Segment<T>.Merge([parts[i]]);
                parts.RemoveAt(i--);
                Add(parts, living);
            }
        }
    }
}
