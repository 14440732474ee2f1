namespace LearningCities.Badges.Issuing;

/// <summary>
/// What an award needs to be there before it: a key, a list, a pseudonym. Each is made by whoever comes first, in a
/// transaction of its own, because signing happens before the award's; a unique index decides between two.
/// </summary>
internal sealed class MadeOnce(IServiceScopeFactory scopes)
{
    private const int Tries = 5;

    /// <param name="findOrAdd">Reads once, and adds what is not there: what is decided after a second look may be wrong.</param>
    public async Task<T> Have<T>(
        Guid city, Func<BadgesDb, Task<T>> findOrAdd, CancellationToken cancellation) where T : Aggregate
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.WorkIn(city, "badges.issuing");
            var db = scope.ServiceProvider.GetRequiredService<BadgesDb>();
            var thing = await findOrAdd(db);
            if (db.Entry(thing).State is EntityState.Unchanged)
            {
                return thing;
            }

            try
            {
                await db.Commit(cancellation);
                return thing;
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation() && tries < Tries)
            {
                // Another made it at this moment: now it is there.
            }
        }
    }
}
