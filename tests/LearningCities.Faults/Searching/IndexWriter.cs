using System.Globalization;
using LearningCities.Search;

namespace LearningCities.Faults.Searching;

/// <summary>The process that is killed: it takes up the last snapshot, goes on with the changes after it, and keeps new ones.</summary>
internal static class IndexWriter
{
    private const int BetweenSnapshots = 12;

    /// <summary>Says <c>kept N</c> when a snapshot with the changes up to N is on the disk. It ends by being killed.</summary>
    public static async Task<int> Run(string file, int seed)
    {
        var shelf = new Shelf(seed);
        var kept = SearchIndex.Load(Shelf.Schema, file);
        var (index, number) = (kept?.Index ?? new SearchIndex<Thing>(Shelf.Schema), kept is { } found ? int.Parse(found.Note, CultureInfo.InvariantCulture) : 0);
        while (true)
        {
            number++;
            var (put, removed) = shelf.Change(number);
            index.Apply(put, removed);
            if (number % BetweenSnapshots == 0)
            {
                index.Save(file, number.ToString(CultureInfo.InvariantCulture));
                await Console.Out.WriteLineAsync($"kept {number}");
            }
        }
    }
}
