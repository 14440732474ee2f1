using LearningCities.Search;

namespace LearningCities.Faults.Searching;

/// <summary>A thing of the index that is killed, in one of its editions.</summary>
internal sealed record Thing(Guid Id, int Edition, string Words, string Kind);

/// <summary>
/// What stands in for the table: all changes, each of them the same whenever it is asked for. Most are small; now and then many
/// things come at once, as an import brings them, so that segments are merged in the background.
/// </summary>
internal sealed class Shelf(int seed)
{
    private const int Things = 30_000, Import = 4_000, BetweenImports = 40;

    public static readonly string[] Words = [.. Enumerable.Range(0, 60).Select(number => $"word{number}")];

    public static Schema<Thing> Schema { get; } = new Schema<Thing>(thing => thing.Id, thing => [new Passage(thing.Words)])
        .Values("kind", thing => [thing.Kind])
        .Kept(Write, Read);

    /// <summary>The change with this number, from 1.</summary>
    public (IReadOnlyList<Thing> Put, IReadOnlyList<Guid> Removed) Change(int number)
    {
        var random = new Random((seed * 1_000_003) + number);
        var put = new List<Thing>();
        var from = number % BetweenImports == 1 ? random.Next(Things - Import) : -1;
        for (var i = 0; i < (from < 0 ? random.Next(1, 40) : Import); i++)
        {
            var id = IdOf(from < 0 ? random.Next(Things) : from + i);
            put.Add(new Thing(id, number, $"{Words[random.Next(60)]} {Words[random.Next(60)]} thing", $"kind{random.Next(5)}"));
        }

        var removed = Enumerable.Range(0, random.Next(5)).Select(_ => IdOf(random.Next(Things))).Except(put.Select(thing => thing.Id)).ToList();
        return (put, removed);
    }

    private static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);

    private static void Write(Thing thing, BinaryWriter writer)
    {
        writer.Write(thing.Id.ToByteArray());
        writer.Write(thing.Edition);
        writer.Write(thing.Words);
        writer.Write(thing.Kind);
    }

    private static Thing Read(BinaryReader reader) =>
        new(new Guid(reader.ReadBytes(16)), reader.ReadInt32(), reader.ReadString(), reader.ReadString());
}
