namespace LearningCities.Badges;

/// <summary>
/// Has a request that names no city look at the one that its address belongs to. It gives no right: it is for what anybody
/// may read who knows the address. An address that leads nowhere leads to no city, where nothing is found.
/// </summary>
internal sealed class Signposts(IServiceProvider scope, BadgesDb db)
{
    /// <summary>Whether it leads anywhere.</summary>
    public async Task<bool> Follow(string address, CancellationToken cancellation)
    {
        var hash = Signpost.HashOf(address);
        var city = await db.Signposts.AsNoTracking()
            .Where(s => s.Address == hash).Select(s => s.LeadsTo).SingleOrDefaultAsync(cancellation);
        scope.WorkIn(city, "badges.signposts");
        return city != Guid.Empty;
    }
}
