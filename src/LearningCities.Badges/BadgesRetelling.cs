using LearningCities.Badges.Awards;

namespace LearningCities.Badges;

/// <summary>What Badges tells again: each award, and that it was revoked.</summary>
internal sealed class BadgesRetelling : IRetelling<BadgesDb>
{
    public IReadOnlyList<ToTell<BadgesDb>> Things { get; } = [new(db => db.Awards.Select(award => award.Id), TellAwards)];

    private static async Task TellAwards(BadgesDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var awards = await db.Awards.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellation);
        var wanted = awards.Select(a => a.BadgeId).Distinct().ToList();
        var badges = await db.Badges.AsNoTracking().Where(b => wanted.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellation);
        foreach (var award in awards)
        {
            var badge = badges[award.BadgeId];
            db.Publish(award.ToldAwarded(badge) with { Version = 1 });
            if (award.RevokedAt is { } revoked)
            {
                db.Publish(award.ToldRevoked(badge.Name, revoked));
            }
        }
    }
}
