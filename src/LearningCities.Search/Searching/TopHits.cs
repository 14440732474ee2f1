namespace LearningCities.Search;

/// <summary>The first few of all hits, by key and then by id: the last of them gives way to what comes before it.</summary>
internal sealed class TopHits(int most, Mark? after)
{
    public readonly record struct Top(double Key, Guid Id, Segment Segment, int Document, float Score);

    private readonly Top[] _heap = new Top[most]; // the last on top
    private int _count;

    public bool IsFull => _count == most;

    /// <summary>What comes later than that is not taken.</summary>
    public double LastKey => _heap[0].Key;

    /// <returns>False where it came too late: what has the same key and a later id comes too late as well.</returns>
    public bool Take(double key, Segment segment, int document, float score)
    {
        if (_count == most && key > _heap[0].Key)
        {
            return false;
        }

        var id = segment.Ids[document];
        if (after is { } mark && Compare(key, id, mark.Key, mark.Id) <= 0)
        {
            return true;
        }

        if (_count < most)
        {
            _heap[_count] = new Top(key, id, segment, document, score);
            Rise(_count++);
            return true;
        }

        if (Compare(key, id, _heap[0].Key, _heap[0].Id) >= 0)
        {
            return false;
        }

        _heap[0] = new Top(key, id, segment, document, score);
        Sink();
        return true;
    }

    public List<Top> InOrder()
    {
        var tops = _heap[.._count];
        Array.Sort(tops, (one, other) => Compare(one.Key, one.Id, other.Key, other.Id));
        return [.. tops];
    }

    private static int Compare(double key, Guid id, double otherKey, Guid otherId) =>
        key < otherKey ? -1 : key > otherKey ? 1 : id.CompareTo(otherId);

    private bool IsLater(int one, int other) => Compare(_heap[one].Key, _heap[one].Id, _heap[other].Key, _heap[other].Id) > 0;

    private void Rise(int at)
    {
        while (at > 0 && IsLater(at, (at - 1) / 2))
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        for (var at = 0; ;)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
            {
                return;
            }

            child += child + 1 < _count && IsLater(child + 1, child) ? 1 : 0;
            if (!IsLater(child, at))
            {
                return;
            }

            (_heap[at], _heap[child]) = (_heap[child], _heap[at]);
            at = child;
        }
    }
}
