using System.Diagnostics;

namespace LearningCities.Catalogue;

internal static class Deciding
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Decides again when something it relied on was changed by another request meanwhile, as creating requests do: places
    /// are taken and given back all the time, and that is no reason to refuse who changes the activity or leaves it.
    /// </summary>
    public static async Task<T> Decide<T>(this CatalogueDb db, Func<Task<T>> decision)
    {
        for (var began = Stopwatch.GetTimestamp(); ; db.ChangeTracker.Clear())
        {
            try
            {
                return await decision();
            }
            catch (DbUpdateConcurrencyException) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                // What is there now is read again; whose If-Match names an older version is refused there.
            }
        }
    }
}
