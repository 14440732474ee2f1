namespace LearningCities.Pathways;

/// <summary>What Pathways tells again: which pathways are complete.</summary>
internal sealed class PathwaysRetelling : IRetelling<PathwaysDb>
{
    public IReadOnlyList<ToTell<PathwaysDb>> Things { get; } =
        [new(db => db.Pathways.Where(pathway => pathway.CompletedAt != null).Select(pathway => pathway.Id), TellPathways)];

    private static async Task TellPathways(PathwaysDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var pathway in await db.Pathways.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellation))
        {
            if (pathway.CompletedAt is { } completed) // it may have been opened again in this moment
            {
                db.Publish(pathway.ToldCompleted(completed));
            }
        }
    }
}
