namespace LearningCities.Mobility;

/// <summary>
/// What Mobility tells again: of each placement the way it went, for there are those who count from when it was agreed. The
/// city in which it began tells of it, and no other.
/// </summary>
internal sealed class MobilityRetelling : IRetelling<MobilityDb>
{
    public IReadOnlyList<ToTell<MobilityDb>> Things { get; } =
        [new(db => db.Placements.Where(placement => placement.City == db.City).Select(placement => placement.Id), TellPlacements)];

    private static async Task TellPlacements(MobilityDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var placement in await db.Placements.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellation))
        {
            foreach (var moved in placement.Way())
            {
                db.Publish(moved);
            }
        }
    }
}
