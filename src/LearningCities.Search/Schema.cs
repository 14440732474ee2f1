namespace LearningCities.Search;

/// <summary>A text of a thing.</summary>
/// <param name="Language">Its tag, for instance <c>hu</c>; empty for names that are the same in all languages.</param>
/// <param name="Weight">How much a word in it says about the thing, from 0 to 30: a title more than a description.</param>
public sealed record Passage(string Text, string Language = "", float Weight = 1);

/// <summary>Says what an index knows of a thing: its texts, and what it can be filtered, counted and ordered by.</summary>
/// <param name="id">What makes two things the same.</param>
/// <param name="passages">The texts of a thing. They are read again when a found thing is shown.</param>
public sealed class Schema<T>(Func<T, Guid> id, Func<T, IEnumerable<Passage>> passages)
{
    internal Func<T, Guid> Id { get; } = id;

    internal Func<T, IEnumerable<Passage>> Passages { get; } = passages;

    internal List<(string Name, Func<T, IEnumerable<string>> Of)> Lists { get; } = [];

    internal List<(string Name, Func<T, (long From, long To)> Of)> Ranges { get; } = [];

    internal List<(string Name, Func<T, Position?> Of)> Points { get; } = [];

    internal (Action<T, BinaryWriter> Write, Func<BinaryReader, T> Read)? Keeping { get; private set; }

    internal string Wordings { get; private set; } = "";

    /// <summary>Words from a list, none, one or several for a thing: filtered by <see cref="Filter.Any"/>, counted by name.</summary>
    public Schema<T> Values(string name, Func<T, IEnumerable<string>> of)
    {
        Lists.Add((name, of));
        return this;
    }

    /// <summary>A whole number, a price in its smallest unit for instance; null where it is not known.</summary>
    public Schema<T> Number(string name, Func<T, long?> of) => Range(name, thing => of(thing) is { } number ? (number, number) : (null, null));

    /// <summary>From one number to another, ages for instance. Without a beginning nothing is known; without an end it is open.</summary>
    public Schema<T> Range(string name, Func<T, (long? From, long? To)> of)
    {
        Ranges.Add((name, thing => of(thing) is var (from, to) ? (from ?? Drafts.NoFrom, to ?? Drafts.NoTo) : default));
        return this;
    }

    /// <summary>When it begins and ends. What has no beginning has no day.</summary>
    public Schema<T> Period(string name, Func<T, (DateTimeOffset? From, DateTimeOffset? To)> of) =>
        Range(name, thing => of(thing) is var (from, to) ? (from?.UtcTicks, to?.UtcTicks) : default);

    /// <summary>Where it is; null where it is nowhere.</summary>
    public Schema<T> Point(string name, Func<T, Position?> of)
    {
        Points.Add((name, of));
        return this;
    }

    /// <summary>How a thing is written into a snapshot and read from it. Without it there are no snapshots.</summary>
    /// <param name="wordings">What passages say beside what is kept, as a fingerprint: a snapshot with other wordings is not read.</param>
    public Schema<T> Kept(Action<T, BinaryWriter> write, Func<BinaryReader, T> read, string wordings = "")
    {
        (Keeping, Wordings) = ((write, read), wordings);
        return this;
    }

    internal int ListNamed(string name) => Known(name, Lists.FindIndex(list => list.Name == name));

    internal int RangeNamed(string name) => Known(name, Ranges.FindIndex(range => range.Name == name));

    internal int PointNamed(string name) => Known(name, Points.FindIndex(point => point.Name == name));

    private static int Known(string name, int index) =>
        index >= 0 ? index : throw new ArgumentException($"The schema has no field '{name}' of the kind that is asked for.");
}
