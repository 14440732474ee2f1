namespace LearningCities.Badges.Shares;

/// <summary>
/// Finds what a code opens, in whatever city it is. The code is the right: withdrawn, over, mistyped or never given out is
/// all the same answer.
/// </summary>
internal sealed class OpenShares(Signposts signposts, BadgesDb db, TimeProvider clock)
{
    public async Task<(Share Share, Award Award)?> Find(string typed, CancellationToken cancellation)
    {
        var code = Share.Read(typed);
        await signposts.Follow($"share/{code}", cancellation);
        return await db.Shares.SingleOrDefaultAsync(s => s.Code == code, cancellation) is { } share
            && share.IsOpen(clock.GetUtcNow())
                ? (share, await db.Awards.SingleAsync(a => a.Id == share.AwardId, cancellation))
                : null;
    }
}
