namespace LearningCities.Search;

/// <summary>What is asked.</summary>
public sealed record Query
{
    /// <summary>
    /// Words, as a person types them: <c>"in quotes"</c> they stand together, with a <c>-minus</c> they do not stand there;
    /// empty asks for everything.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The reader's language, for the highlighted passage.</summary>
    public string Language { get; init; } = "";

    /// <summary>What can be found at all: the rest is left out silently, and typing slips are judged by what it leaves.</summary>
    public IReadOnlyList<Filter> Scope { get; init; } = [];

    /// <summary>Each must admit a thing. A facet is counted as if the filters with its name were not there.</summary>
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>The order of hits. Equal ones are ordered by id, so that a page never shows a thing twice.</summary>
    public Sort Sort { get; init; } = Sort.ByRelevance;

    /// <summary>What else makes a thing relevant beside its words.</summary>
    public IReadOnlyList<Lift> Lifts { get; init; } = [];

    /// <summary>Whether hits show where the words stand; who only counts or lists saves reading the texts again.</summary>
    public bool Snippets { get; init; } = true;

    /// <summary>So many things with all words are enough; where there are fewer, those with some of the words follow.</summary>
    public int Enough { get; init; } = 1;

    public Mark? After { get; init; }

    public int Limit { get; init; } = 20;
}

/// <summary>Leaves out what it does not admit.</summary>
/// <param name="Name">The facet it belongs to; that facet is counted as if the filter were not there.</param>
public abstract record Filter(string Name)
{
    /// <summary>At least one of these values.</summary>
    public static Filter Any(string name, params IReadOnlyCollection<string> values) => new AnyOf(name, values);

    /// <summary>A number in between, or a range that has some of it. What has no number is left out.</summary>
    public static Filter Between(string name, long least, long most) => new Overlaps(name, [(least, most == long.MaxValue ? most : most + 1)]);

    /// <summary>Goes on in at least one of these times (the end is not part of one). What has no beginning is left out.</summary>
    public static Filter During(string name, params IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> times) =>
        new Overlaps(name, [.. times.Select(time => (time.From.UtcTicks, time.To.UtcTicks))]);

    /// <summary>Ends later, or nobody knows when.</summary>
    public static Filter NotOver(string name, DateTimeOffset now) => new EndsAfter(name, now.UtcTicks);

    /// <summary>At most so many metres away.</summary>
    public static Filter Near(string name, Position here, double metres) => new Within(name, here, metres);

    /// <summary>Between these degrees; a box that begins east of where it ends goes across the 180th meridian.</summary>
    public static Filter Inside(string name, double south, double west, double north, double east) => new Box(name, south, west, north, east);

    internal sealed record AnyOf(string Name, IReadOnlyCollection<string> Values) : Filter(Name);

    internal sealed record Overlaps(string Name, (long From, long To)[] Windows) : Filter(Name);

    internal sealed record EndsAfter(string Name, long Moment) : Filter(Name);

    internal sealed record Within(string Name, Position Here, double Metres) : Filter(Name);

    internal sealed record Box(string Name, double South, double West, double North, double East) : Filter(Name);
}

/// <summary>Counts what is found.</summary>
/// <param name="Windows">For a range or period: the named windows that are counted, the end not part of one; null windows count what has none.</param>
public sealed record Facet(string Name, IReadOnlyList<(string Value, long? From, long? To)>? Windows = null)
{
    /// <summary>A window of time with a name.</summary>
    public static (string Value, long? From, long? To) Time(string value, DateTimeOffset from, DateTimeOffset to) =>
        (value, from.UtcTicks, to.UtcTicks);

    /// <summary>Counts what has no number or no day.</summary>
    public static (string Value, long? From, long? To) None(string value) => (value, null, null);
}

/// <summary>An order of hits.</summary>
public sealed record Sort
{
    internal enum By { Relevance, From, Distance }

    private Sort(By by, string name, Position here = default, long now = long.MinValue) => (Key, Name, Here, Now) = (by, name, here, now);

    public static Sort ByRelevance { get; } = new(By.Relevance, "");

    /// <summary>The earliest or smallest first; what has none last.</summary>
    public static Sort ByFrom(string name) => new(By.From, name);

    /// <summary>What is still to begin, the soonest first; then what has begun, the earliest first; then what has no day.</summary>
    public static Sort Soonest(string name, DateTimeOffset now) => new(By.From, name, now: now.UtcTicks);

    /// <summary>The nearest first; what is nowhere last.</summary>
    public static Sort ByDistance(string name, Position here) => new(By.Distance, name, here);

    internal By Key { get; }

    internal string Name { get; }

    internal Position Here { get; }

    internal long Now { get; }
}

/// <summary>Raises a thing's score by a share that halves with distance or time.</summary>
public sealed record Lift
{
    private Lift(string name, double share, double half, Position? here, long now) =>
        (Name, Share, Half, Here, Now) = (name, share, half, here, now);

    /// <summary>By this share at the place itself, half of it this many metres away.</summary>
    public static Lift Nearness(string name, Position here, double halfAtMetres, double share = 0.5) => new(name, share, halfAtMetres, here, 0);

    /// <summary>By this share for what begins now, half of it this long before or after.</summary>
    public static Lift Soon(string name, DateTimeOffset now, TimeSpan halfAt, double share = 0.3) =>
        new(name, share, halfAt.Ticks, null, now.UtcTicks);

    internal string Name { get; }

    internal double Share { get; }

    internal double Half { get; }

    internal Position? Here { get; }

    internal long Now { get; }
}
