using System.Security.Claims;
using System.Text.Json;
using LearningCities.Identity.Keys;
using LearningCities.Identity.People;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LearningCities.Identity.Tokens;

/// <summary>For whom a token is, and what it says: always from the tables as they are now. Null: for nobody.</summary>
internal sealed class Bearers(IdentityDb db, SigningIn signingIn, TimeProvider clock, IServiceProvider scope)
{
    private const string City = "city";
    private const string Stamp = "stamp"; // in refresh tokens only

    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>One of the suite's own programs, for work in one city.</summary>
    public async Task<ClaimsIdentity?> Program(OpenIddictRequest request, CancellationToken cancellation)
    {
        var asked = (string?)request.GetParameter("city") ?? "";
        var city = Guid.TryParse(asked, out var id)
            ? id
            : await db.Cities.Where(c => c.ShortName == asked).Select(c => c.Id).SingleOrDefaultAsync(cancellation);
        IEnumerable<string> scopes = request.GetScopes() is { Length: > 0 } some ? some : Scopes.OfPrograms[request.ClientId!];
        return city == Guid.Empty ? null : Make(request.ClientId!, city, scopes, []);
    }

    public async Task<ClaimsIdentity?> Person(string? email, string? password, CancellationToken cancellation) =>
        email is { Length: > 0 and <= People.Person.LongestEmail } && password is { Length: > 0 and <= Passwords.Password.Longest }
        && await signingIn.Try(email, password, cancellation) is { } account
            ? await Of(account, cancellation)
            : null;

    /// <summary>A person who has signed in before: she may have other rights by now, or another password.</summary>
    public async Task<ClaimsIdentity?> Person(ClaimsPrincipal session, CancellationToken cancellation)
    {
        if (!Guid.TryParse(session.GetClaim(City), out var city) || !Guid.TryParse(session.GetClaim(Claims.Subject), out var id))
        {
            return null;
        }

        scope.WorkIn(city, "refresh");
        return await db.Accounts.ById(id, cancellation) is { } account && account.Stamp.ToString() == session.GetClaim(Stamp)
            ? await Of(account, cancellation)
            : null;
    }

    /// <summary>A partner's program, by its API key.</summary>
    public async Task<ClaimsIdentity?> Key(string? shown, CancellationToken cancellation)
    {
        if (!ApiKey.TryRead(shown, out var id, out var secret))
        {
            return null;
        }

        var hash = ApiKey.WhereaboutsOf(id);
        if (await db.Whereabouts.AsNoTracking().SingleOrDefaultAsync(w => w.Hash == hash, cancellation) is not { } found)
        {
            return null;
        }

        scope.WorkIn(found.CityId, "api-key");
        var now = clock.GetUtcNow();
        if (await db.ApiKeys.AsNoTracking().ById(id, cancellation) is not { } key || !key.Opens(secret, now))
        {
            return null;
        }

        await Note(key, now, cancellation);
        return Make($"key:{key.Id}", key.City, key.Scopes, [key.OrganisationId]);
    }

    /// <summary>Beside the key's version: that it was used changes nothing for who reads it.</summary>
    private async Task Note(ApiKey key, DateTimeOffset now, CancellationToken cancellation)
    {
        if (key.LastUsedAt is null || now - key.LastUsedAt > UseIsNotedEvery)
        {
            await db.InTransaction(
                () => db.ApiKeys.Where(k => k.Id == key.Id)
                    .ExecuteUpdateAsync(k => k.SetProperty(one => one.LastUsedAt, now), cancellation),
                cancellation);
        }
    }

    private async Task<ClaimsIdentity> Of(Account account, CancellationToken cancellation)
    {
        var person = await db.People.SingleAsync(p => p.Id == account.Id, cancellation);
        var rights = await Rights.Now(person, db, cancellation);
        var bearer = Make(
            $"{person.Id}", person.City, [.. rights.Scopes, OpenIddictConstants.Scopes.OfflineAccess], rights.Organisations);
        bearer.SetClaim(Stamp, $"{account.Stamp}");
        return bearer;
    }

    private static ClaimsIdentity Make(string subject, Guid city, IEnumerable<string> scopes, IEnumerable<Guid> organisations)
    {
        var bearer = new ClaimsIdentity("learning-cities")
            .SetClaim(Claims.Subject, subject)
            .SetClaim(City, $"{city}")
            .SetScopes(scopes)
            .SetResources(Authentication.Audience);
        if (organisations.ToList() is { Count: > 0 } some)
        {
            // An array, of one, too: left to itself, it would be a string then.
            bearer.AddClaim(new Claim("organisation", JsonSerializer.Serialize(some), JsonClaimValueTypes.JsonArray));
        }

        return bearer.SetDestinations(claim => claim.Type == Stamp ? [] : [Destinations.AccessToken]);
    }
}
