namespace LearningCities.Badges.Awards;

/// <summary>What the verbs of awards have in common: who sees one, and how it is shown.</summary>
internal static class DescribingAwards
{
    public static bool Owns(this Caller caller, Award award) => award.LearnerId == caller.Person;

    public static bool MaySee(this Caller caller, Award award) =>
        (caller.Scopes.Contains(Scopes.Own) && caller.Owns(award))
        || (caller.Scopes.Contains(Scopes.Award) && caller.ActsFor(award.OrganisationId));

    public static async Task<ShowAward.Response> Describe(this BadgesDb db, Award award, CancellationToken cancellation) =>
        ShowAward.Response.Of(
            award,
            await db.Badges.SingleAsync(b => b.Id == award.BadgeId, cancellation),
            await db.NameOf(award.OrganisationId, cancellation));

    /// <summary>A page of awards, the newest first.</summary>
    public static async Task<Page<ShowAward.Response>> PageOf(
        this BadgesDb db, IQueryable<Award> awards, Cursor? cursor, int limit, CancellationToken cancellation)
    {
        var (at, id) = cursor ?? Cursor.Newest;
        var rows = await awards
            .Where(a => a.AwardedAt < at || (a.AwardedAt == at && a.Id < id))
            .OrderByDescending(a => a.AwardedAt).ThenByDescending(a => a.Id)
            .Take(limit + 1)
            .Join(db.Badges, a => a.BadgeId, b => b.Id, (award, badge) => new { award, badge })
            .OrderByDescending(row => row.award.AwardedAt).ThenByDescending(row => row.award.Id)
            .ToListAsync(cancellation);

        var names = await db.NamesOf(rows.Select(row => row.award.OrganisationId), cancellation);
        var described = rows.Select(row =>
            ShowAward.Response.Of(row.award, row.badge, names[row.award.OrganisationId]));
        return Page.Of(described, limit, last => new Cursor(last.AwardedAt, last.Id));
    }
}
