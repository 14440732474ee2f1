using System.Diagnostics;
using System.Globalization;
using LearningCities.Search;

namespace LearningCities.Faults.Searching;

/// <param name="Kept">How many snapshots were said to be kept.</param>
/// <param name="Lost">How often a snapshot that was said to be kept was not there afterwards.</param>
/// <param name="Wrong">How often what was read answered otherwise than the table.</param>
internal sealed record IndexVerdict(int Kills, int Kept, int Lost, int Wrong, int Seed)
{
    public bool IsClean => Lost == 0 && Wrong == 0;

    public override string ToString() => $"index kills {Kills}, snapshots {Kept}, lost {Lost}, wrong {Wrong}, seed {Seed}";
}

/// <summary>
/// Kills a process that changes an index, merges it and keeps snapshots of it, at any moment, and compares what is on the disk
/// with the simplest table that the same changes make.
/// </summary>
internal sealed class IndexKills(int kills, int seed, TextWriter output)
{
    private readonly Dictionary<Guid, Thing> _table = [];
    private readonly Shelf _shelf = new(seed);
    private int _upTo;

    public async Task<IndexVerdict> Play(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("learning-cities-index-");
        var (file, random, verdict) = (Path.Combine(folder.FullName, "things.index"), new Random(seed), new IndexVerdict(0, 0, 0, 0, seed));
        var acknowledged = 0;
        while (verdict.Kills < kills)
        {
            var said = await Kill(file, random.Next(0, 5), TimeSpan.FromMilliseconds(random.Next(0, 120)), cancellation);
            acknowledged = said.Count > 0 ? said[^1] : acknowledged;
            var (lost, wrong) = Look(file, acknowledged);
            verdict = verdict with { Kills = verdict.Kills + 1, Kept = verdict.Kept + said.Count, Lost = verdict.Lost + lost, Wrong = verdict.Wrong + wrong };
            await output.WriteLineAsync($"  {verdict.Kills}/{kills} kept up to {acknowledged}, {_table.Count} things");
        }

        folder.Delete(recursive: true);
        return verdict;
    }

    /// <summary>Lets it keep some snapshots, and a moment later, whatever it does by then, kills it.</summary>
    /// <returns>The snapshots that it said it had kept.</returns>
    private async Task<List<int>> Kill(string file, int snapshots, TimeSpan after, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Binary.Witness, ["index-writer", file, $"{seed}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = new List<int>();
        while (said.Count < snapshots && await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            said.Add(Number(line));
        }

        await Task.Delay(after, cancellation);
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync(cancellation);
        var rest = await process.StandardOutput.ReadToEndAsync(cancellation);
        return [.. said, .. rest.Split('\n').SkipLast(1).Select(Number)]; // what has no end of line was not said to the end
    }

    private static int Number(string line) => int.Parse(line["kept ".Length..], CultureInfo.InvariantCulture);

    private (int Lost, int Wrong) Look(string file, int acknowledged)
    {
        if (SearchIndex.Load(Shelf.Schema, file) is not (var index, var note))
        {
            return (acknowledged > 0 ? 1 : 0, 0);
        }

        var number = int.Parse(note, CultureInfo.InvariantCulture);
        for (; _upTo < number; _upTo++)
        {
            var (put, removed) = _shelf.Change(_upTo + 1);
            foreach (var id in removed)
            {
                _table.Remove(id);
            }

            foreach (var thing in put)
            {
                _table[thing.Id] = thing;
            }
        }

        return (number < acknowledged ? 1 : 0, number == _upTo && IsSame(index) ? 0 : 1);
    }

    private bool IsSame(SearchIndex<Thing> index)
    {
        var byWord = _table.Values.SelectMany(thing => thing.Words.Split(' ').Distinct().Select(word => (word, thing))).ToLookup(pair => pair.word, pair => pair.thing);
        return index.Count == _table.Count && Shelf.Words.All(word =>
        {
            var answer = index.Search(new Query { Text = word, Facets = [new("kind")], Limit = _table.Count, Snippets = false });
            var expected = byWord[word].ToList();
            return answer.Total == expected.Count
                && answer.Hits.Select(hit => hit.Item).ToHashSet().SetEquals(expected)
                && answer.Facets["kind"].ToDictionary(count => count.Value, count => count.Things).OrderBy(pair => pair.Key)
                    .SequenceEqual(expected.GroupBy(thing => thing.Kind).ToDictionary(same => same.Key, same => same.Count()).OrderBy(pair => pair.Key));
        });
    }
}
