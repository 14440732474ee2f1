using System.Globalization;
using System.Runtime.CompilerServices;
using LearningCities.Catalogue.Activities;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LearningCities.Catalogue.Searching;

/// <summary>How far somebody has read what changed.</summary>
internal readonly record struct ChangePosition(long ChangeNumber, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ChangeNumber} {Id}");

    public static ChangePosition Of(string text) => text.Split(' ') is [var number, var id]
        ? new(long.Parse(number, CultureInfo.InvariantCulture), Guid.Parse(id))
        : default;
}

/// <summary>Reads a city's activities in the order in which they changed.</summary>
internal static class ActivityChanges
{
    private const int Batch = 500;

    /// <summary>What changed after a position, some at a time, each time with the position it comes to.</summary>
    public static async IAsyncEnumerable<(IReadOnlyList<IndexedActivity> Changed, ChangePosition Last)> After(
        ChangePosition position, CatalogueDb db, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Activity> changed;
        do
        {
            var settled = await Settled(db.Database, cancellation);
            changed = await db.Activities.AsNoTracking()
                .Where(a => a.ChangeNumber < settled)
                .Where(a => a.ChangeNumber > position.ChangeNumber || (a.ChangeNumber == position.ChangeNumber && a.Id > position.Id))
                .OrderBy(a => a.ChangeNumber).ThenBy(a => a.Id)
                .Take(Batch)
                .ToListAsync(cancellation);
            if (changed is [.., var last])
            {
                var beside = await Beside.Of(db, changed, cancellation);
                position = new(last.ChangeNumber, last.Id);
                yield return ([.. changed.Select(activity => IndexedActivity.Of(activity, beside))], position);
            }
        }
        while (changed.Count == Batch);
    }

    /// <summary>
    /// The first change number that may still get company. On PostgreSQL it is a transaction's id, and whoever reads past one
    /// that is still open never sees what it commits. SQLite has one writer, which counts.
    /// </summary>
    private static async Task<long> Settled(DatabaseFacade database, CancellationToken cancellation) => database.IsSqlite()
        ? long.MaxValue
        : await database.SqlQuery<long>($"SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS \"Value\"")
            .SingleAsync(cancellation);
}
