using LearningCities.Identity.Passwords;

namespace LearningCities.Identity.People;

/// <summary>
/// Finds out whether an e-mail address and a password belong together. To who does not know it there is no difference between
/// an address that nobody has, a wrong password and too many tries: the same answer, after the same work.
/// </summary>
internal sealed class SigningIn(IdentityDb db, Hashing hashing, TimeProvider clock, SignInMeter meter, IServiceProvider scope)
{
    public async Task<Account?> Try(string email, string password, CancellationToken cancellation)
    {
        var account = await Find(email, cancellation);
        if (account is not null)
        {
            account = await TakeTry(account.Id, cancellation);
        }

        var (right, betterHash) = await hashing.Verify(account?.PasswordHash, password, cancellation);
        if (account is null || !right)
        {
            meter.Failed();
            return null;
        }

        account.SignedIn(betterHash);
        try
        {
            await db.Commit(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // She pressed twice, or somebody tries beside her: the tries are not forgotten this time, and that is all.
        }

        return account;
    }

    private async Task<Account?> Find(string email, CancellationToken cancellation)
    {
        var hash = Whereabouts.HashOf(Person.Normal(email));
        if (await db.Whereabouts.AsNoTracking().SingleOrDefaultAsync(w => w.Hash == hash, cancellation) is not { } found)
        {
            return null;
        }

        scope.WorkIn(found.CityId, "sign-in");
        return await db.Accounts.ById(found.ThingId, cancellation);
    }

    /// <returns>Null when there were too many tries.</returns>
    private async Task<Account?> TakeTry(Guid id, CancellationToken cancellation)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            var account = await db.Accounts.SingleAsync(a => a.Id == id, cancellation);
            if (!account.TakeTry(clock.GetUtcNow()))
            {
                db.ChangeTracker.Clear();
                return null;
            }

            try
            {
                await db.Commit(cancellation);
                return account;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody tries at the same moment. Both count: look again how many there were.
            }
        }
    }
}
