namespace LearningCities.Search;

/// <summary>Where a hit comes among the others: the smaller the earlier.</summary>
internal sealed class Ordering(Sort sort, int field)
{
    private const double FarAway = 4e18; // more ticks than there are in all years

    private long[] _from = [];
    private int[] _latitudes = [], _longitudes = [];

    public bool IsByRelevance => sort.Key is Sort.By.Relevance;

    public static Ordering Of<T>(Sort sort, Schema<T> schema) => new(sort, sort.Key switch
    {
        Sort.By.From => schema.RangeNamed(sort.Name),
        Sort.By.Distance => schema.PointNamed(sort.Name),
        _ => -1,
    });

    public void Enter(Segment segment)
    {
        _from = sort.Key is Sort.By.From ? segment.From[field] : [];
        _latitudes = sort.Key is Sort.By.Distance ? segment.Latitudes[field] : [];
        _longitudes = sort.Key is Sort.By.Distance ? segment.Longitudes[field] : [];
    }

    public double Key(int document) => sort.Key is Sort.By.From
        ? _from[document] == Drafts.NoFrom ? double.MaxValue : _from[document] < sort.Now ? _from[document] + FarAway : _from[document]
        : _latitudes[document] == Grid.Nowhere ? double.MaxValue
        : sort.Here.To(Area.PositionOf(_latitudes[document], _longitudes[document]));
}

/// <summary>By how much a thing's score is raised.</summary>
internal sealed class Lifting(Lift lift, int field)
{
    private long[] _from = [];
    private int[] _latitudes = [], _longitudes = [];

    public static Lifting Of<T>(Lift lift, Schema<T> schema) =>
        new(lift, lift.Here is null ? schema.RangeNamed(lift.Name) : schema.PointNamed(lift.Name));

    public void Enter(Segment segment)
    {
        _from = lift.Here is null ? segment.From[field] : [];
        _latitudes = lift.Here is null ? [] : segment.Latitudes[field];
        _longitudes = lift.Here is null ? [] : segment.Longitudes[field];
    }

    public float For(int document) => Away(document) is { } away ? (float)(1 + (lift.Share / (1 + (away / lift.Half)))) : 1;

    private double? Away(int document) => lift.Here is { } here
        ? _latitudes[document] == Grid.Nowhere ? null : here.To(Area.PositionOf(_latitudes[document], _longitudes[document]))
        : _from[document] == Drafts.NoFrom ? null : Math.Abs((double)_from[document] - lift.Now);
}
