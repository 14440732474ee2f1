namespace LearningCities.Search;

/// <summary>A text of a thing.</summary>
/// <param name="Language">Its tag, for instance <c>hu</c>; empty for names that are the same in all languages.</param>
/// <param name="Weight">How much a word in it says about the thing: a title more than a description.</param>
public sealed record Passage(string Text, string Language = "", float Weight = 1);

/// <summary>Leaves out what it does not admit.</summary>
/// <param name="Name">The facet it belongs to; that facet is counted as if the filter were not there.</param>
public sealed record Filter<T>(string Name, Func<T, bool> Admits);

/// <summary>Counts what is found by these values.</summary>
public sealed record Facet<T>(string Name, Func<T, IEnumerable<string>> Values);

/// <summary>Where a page ended.</summary>
public readonly record struct Mark(double Key, Guid Id);

/// <summary>What is asked.</summary>
public sealed record Query<T>
{
    /// <summary>Words, as a person types them; empty asks for everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>The reader's language, for the highlighted passage.</summary>
    public string Language { get; init; } = "";

    /// <summary>What can be found at all: it is left out silently, and typing slips are judged by what it leaves.</summary>
    public Func<T, bool> Scope { get; init; } = _ => true;

    public IReadOnlyList<Filter<T>> Filters { get; init; } = [];

    public IReadOnlyList<Facet<T>> Facets { get; init; } = [];

    /// <summary>Orders hits by thing and score, the smallest first; the most relevant first unless said otherwise.</summary>
    public Func<T, double, double> Key { get; init; } = (_, score) => -score;

    public Mark? After { get; init; }

    public int Limit { get; init; } = 20;
}

/// <summary>What was found.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Facets">A facet's values with their counts, the most frequent first.</param>
/// <param name="Correction">What was searched instead, where nothing has a word as it was typed.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record Answer<T>(
    IReadOnlyList<Hit<T>> Hits,
    int Total,
    IReadOnlyDictionary<string, IReadOnlyList<Count>> Facets,
    Correction? Correction,
    Mark? Next);

/// <param name="Snippet">The passage that shows why it was found; null where no words were asked for.</param>
public sealed record Hit<T>(T Item, double Score, Snippet? Snippet);

public sealed record Count(string Value, int Things);

public sealed record Correction(string Asked, string Used);

/// <summary>A piece of a passage, in parts that were asked for and parts that were not.</summary>
public sealed record Snippet(string Language, IReadOnlyList<Piece> Pieces);

public sealed record Piece(string Text, bool Asked);
