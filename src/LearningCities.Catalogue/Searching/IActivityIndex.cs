using LearningCities.Search;

namespace LearningCities.Catalogue.Searching;

/// <summary>Where activities are found. The table is the truth; an index is made from it and can be made again.</summary>
internal interface IActivityIndex
{
    /// <summary>Whether all processes have the same one, which outlives them; else each has its own.</summary>
    bool IsShared { get; }

    /// <summary>Whether it outlives the process.</summary>
    bool IsKept => true;

    /// <summary>Takes in activities as they are now. Cancelled ones are found no more.</summary>
    /// <exception cref="IndexReplacedException">Another index has taken its place: begin where that one has come to.</exception>
    Task Apply(Guid city, IReadOnlyCollection<IndexedActivity> changed, CancellationToken cancellation);

    /// <summary>Takes up what was kept of a city.</summary>
    /// <returns>How far it had come, as it was kept; null where nothing was, or nothing that can be relied on.</returns>
    Task<string?> Load(Guid city, CancellationToken cancellation);

    /// <summary>Keeps what is known of a city now, so that the next process need not read it all again.</summary>
    Task Keep(Guid city, string position, CancellationToken cancellation);

    /// <summary>Forgets all of a city.</summary>
    Task Forget(Guid city, CancellationToken cancellation);

    /// <summary>Begins an index of a city anew, beside the one that is searched meanwhile.</summary>
    Task<INewIndex> Anew(Guid city, CancellationToken cancellation);

    Task<IndexSize> Measure(Guid city, CancellationToken cancellation);

    /// <summary>Why it does not answer just now; null while it does.</summary>
    Task<string?> Complaint(CancellationToken cancellation);

    /// <exception cref="IndexAwayException">It does not answer.</exception>
    Task<Answer<IndexedActivity>> Find(Guid city, ActivityQuestion question, CancellationToken cancellation);

    /// <summary>Words that go on as the last one typed, the most frequent first. An engine elsewhere need not know any.</summary>
    Task<IReadOnlyList<string>> WordsFrom(Guid city, string typed, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>What each word is worth in an activity; null where it is not there. An engine elsewhere need not say.</summary>
    Task<Explanation?> Explain(Guid city, Guid activity, ActivityQuestion question, CancellationToken cancellation) =>
        Task.FromResult<Explanation?>(null);
}

/// <summary>An index that nobody searches yet.</summary>
internal interface INewIndex
{
    /// <summary>Takes in activities as they are now.</summary>
    Task Apply(IReadOnlyCollection<IndexedActivity> changed, CancellationToken cancellation);

    /// <summary>From now on it is searched, and the old one is no more.</summary>
    /// <returns>How many activities it has.</returns>
    Task<int> TakePlace(CancellationToken cancellation);
}

/// <summary>What is asked of a city's activities. Of the lists an activity has to have one each; an empty list asks nothing.</summary>
internal sealed record ActivityQuestion
{
    /// <summary>Where fewer have all words, a reader is better served by what has most of them than by a short page.</summary>
    public const int Enough = 5;

    public string Text { get; init; } = "";

    /// <summary>The reader's language.</summary>
    public string Language { get; init; } = "en";

    public required DateTimeOffset Now { get; init; }

    /// <summary>It must go on in one of them.</summary>
    public IReadOnlyList<Window> NamedDays { get; init; } = [];

    /// <summary>And in this one.</summary>
    public Window? Days { get; init; }

    /// <summary>The days with names, to count by.</summary>
    public IReadOnlyList<(string Name, Window Window)> DaysToCount { get; init; } = [];

    public long? MaxPrice { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Skills { get; init; } = [];

    public IReadOnlyList<string> Access { get; init; } = [];

    public IReadOnlyList<string> Modes { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];

    public IReadOnlyList<Guid> Organisations { get; init; } = [];

    /// <summary>From where distances are measured.</summary>
    public Position? Near { get; init; }

    public double? WithinMetres { get; init; }

    /// <summary>It must be in it.</summary>
    public Box? Box { get; init; }

    /// <summary><c>relevance</c>, <c>date</c> or <c>distance</c>.</summary>
    public string Sort { get; init; } = "relevance";

    public Mark? After { get; init; }

    /// <summary>The same, among what was found by title while the index was away.</summary>
    public Mark? AfterByTitle { get; init; }

    public int Limit { get; init; } = 20;
}

/// <summary>A piece of a map, in degrees; one that begins east of where it ends goes across the 180th meridian.</summary>
internal readonly record struct Box(double South, double West, double North, double East);
