namespace LearningCities.Search;

/// <summary>
/// Which documents of a segment are no more. It never changes: another death makes another one, which shares with this
/// what is the same, so that a reader keeps what it began with and a change copies little.
/// </summary>
internal sealed class Deaths
{
    private const int PageBits = 12;
    private readonly ulong[]?[] _pages;

    private Deaths(ulong[]?[] pages, int count) => (_pages, Count) = (pages, count);

    public int Count { get; }

    public static Deaths None { get; } = new(new ulong[]?[Segment.Most >> PageBits], 0);

    public bool Has(int document) =>
        _pages[document >> PageBits] is { } page && (page[(document & ((1 << PageBits) - 1)) >> 6] & (1UL << document)) != 0;

    public Deaths With(IEnumerable<int> documents)
    {
        var (pages, count, own) = ((ulong[]?[])_pages.Clone(), Count, new HashSet<int>());
        foreach (var document in documents)
        {
            var at = document >> PageBits;
            if (own.Add(at))
            {
                pages[at] = (ulong[]?)pages[at]?.Clone() ?? new ulong[1 << (PageBits - 6)];
            }

            ref var bits = ref pages[at]![(document & ((1 << PageBits) - 1)) >> 6];
            count += (bits & (1UL << document)) == 0 ? 1 : 0;
            bits |= 1UL << document;
        }

        return new Deaths(pages, count);
    }
}
