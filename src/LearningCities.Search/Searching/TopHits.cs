namespace LearningCities.Search;

/// <summary>
/// The first few of all hits, by key and then by id. Candidates are gathered by key alone, and thinned out when there is no more
/// room; ids are read only where keys are equal, since each lies in a place of memory of its own.
/// </summary>
internal sealed class TopHits
{
    private const int LeastRoom = 256;

    private readonly int _most;
    private readonly Mark? _after;
    private readonly Candidate[] _candidates;
    private readonly double[] _keys;
    private readonly int _room;
    private readonly List<Segment> _segments = [];
    private Guid? _lastId;
    private int _count;

    public TopHits(int most, Mark? after, Scratch scratch)
    {
        (_most, _after, _room) = (most, after, Math.Max(LeastRoom, 4 * most));
        (_candidates, _keys) = scratch.Candidates(_room);
    }

    /// <param name="Entered">By how many segments had been entered before its own.</param>
    public readonly record struct Candidate(double Key, int Entered, int Document, float Score);

    public readonly record struct Top(double Key, Guid Id, int Entered, int Document, float Score);

    /// <summary>What comes later than that is not taken.</summary>
    public double LastKey { get; private set; } = double.PositiveInfinity;

    /// <summary>What is taken from now on is of this segment.</summary>
    public void Enter(Segment segment) => _segments.Add(segment);

    public void Take(double key, int document, float score)
    {
        if (key > LastKey)
        {
            return;
        }

        if (_after is { } mark && (key < mark.Key || (key == mark.Key && IdOf(document).CompareTo(mark.Id) <= 0)))
        {
            return;
        }

        if (key == LastKey && _lastId is { } last && IdOf(document).CompareTo(last) >= 0)
        {
            return;
        }

        _candidates[_count++] = new Candidate(key, _segments.Count - 1, document, score);
        if (_count == _room)
        {
            ThinOut();
        }
    }

    public List<Top> InOrder()
    {
        if (_count > _most)
        {
            KeepUpTo(KeyAt(_most - 1));
        }

        var tops = new List<Top>(_count);
        for (var i = 0; i < _count; i++)
        {
            var candidate = _candidates[i];
            tops.Add(new Top(
                candidate.Key, _segments[candidate.Entered].Ids[candidate.Document], candidate.Entered, candidate.Document, candidate.Score));
        }

        tops.Sort((one, other) => one.Key < other.Key ? -1 : one.Key > other.Key ? 1 : one.Id.CompareTo(other.Id));
        tops.RemoveRange(Math.Min(_most, tops.Count), tops.Count - Math.Min(_most, tops.Count));
        return tops;
    }

    private Guid IdOf(int document) => _segments[^1].Ids[document];

    private void ThinOut()
    {
        LastKey = KeyAt(_most - 1);
        KeepUpTo(LastKey);
        if (_count <= _room / 2)
        {
            _lastId = null;
            return;
        }

        var tops = InOrder();
        for (_count = 0; _count < tops.Count; _count++)
        {
            _candidates[_count] = new Candidate(tops[_count].Key, tops[_count].Entered, tops[_count].Document, tops[_count].Score);
        }

        _lastId = tops[^1].Id;
    }

    private void KeepUpTo(double key)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            _candidates[kept] = _candidates[i];
            kept += _candidates[i].Key <= key ? 1 : 0;
        }

        _count = kept;
    }

    /// <summary>The key at a place in the order of keys: the part where it must be is divided until nothing is left to divide.</summary>
    private double KeyAt(int place)
    {
        for (var i = 0; i < _count; i++)
        {
            _keys[i] = _candidates[i].Key;
        }

        var (low, high) = (0, _count - 1);
        while (low < high)
        {
            var (pivot, left, right) = (_keys[low + ((high - low) / 2)], low, high);
            while (left <= right)
            {
                while (_keys[left] < pivot)
                {
                    left++;
                }

                while (_keys[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (_keys[left], _keys[right]) = (_keys[right], _keys[left]);
                    (left, right) = (left + 1, right - 1);
                }
            }

            (low, high) = place <= right ? (low, right) : place >= left ? (left, high) : (place, place);
        }

        return _keys[place];
    }
}
