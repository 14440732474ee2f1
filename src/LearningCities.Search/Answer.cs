namespace LearningCities.Search;

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

/// <summary>Where a page ended.</summary>
public readonly record struct Mark(double Key, Guid Id);

/// <summary>Why a thing is among the hits: what each word of the question gave it.</summary>
/// <param name="Score">All of it together, with what lifts it.</param>
public sealed record Explanation(double Score, IReadOnlyList<Reason> Reasons);

/// <param name="Word">As it was asked for.</param>
/// <param name="Found">What stands in the thing: the word itself, another form, what it begins, or what it was meant for.</param>
/// <param name="Score">What it gave.</param>
/// <param name="Things">How many things have it: the fewer, the more it says.</param>
public sealed record Reason(string Word, IReadOnlyList<string> Found, double Score, int Things);

/// <summary>A word that goes on as typed, and in how many places it stands.</summary>
public sealed record Suggestion(string Word, int Places);

/// <summary>How large an index is, and what it has done, for those who watch it.</summary>
/// <param name="Removed">Things that are replaced or removed and still take room.</param>
/// <param name="Bytes">About how much memory its own tables take, without the things themselves.</param>
public sealed record Figures(int Things, int Removed, int Segments, int Words, long Bytes, long Searches, long Changes, long Merges);
