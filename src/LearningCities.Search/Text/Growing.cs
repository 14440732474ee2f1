namespace LearningCities.Search;

/// <summary>A list that one thread appends to while others read what they know to be there.</summary>
internal sealed class Growing<T>
{
    private T[] _items = new T[16];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public ref T this[int index] => ref Volatile.Read(ref _items)[index];

    /// <summary>What is there now, to go through quickly.</summary>
    public ReadOnlySpan<T> Now
    {
        get
        {
            var count = Count; // first: the array that is read after it has at least as many
            return Volatile.Read(ref _items).AsSpan(0, count);
        }
    }

    public int Add(T item)
    {
        if (_count == _items.Length)
        {
            var larger = new T[_items.Length * 2];
            _items.CopyTo(larger, 0);
            Volatile.Write(ref _items, larger);
        }

        _items[_count] = item;
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }
}
