using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace LearningCities.Web.Sessions;

/// <summary>Who has signed in, kept on this side.</summary>
internal sealed class SessionStore(
    WebDb db, Tokens tokens, Cookies cookies, RefreshTurns turns, IDataProtectionProvider protection, TimeProvider clock)
{
    // Whoever looks again within this time does not cost a write.
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("LearningCities.Web.Session");

    public async Task Begin(HttpContext http, Ticket ticket, DateTimeOffset freshUntil)
    {
        await End(http); // who signs in as somebody else leaves the first session
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var session = new Session(HashOf(key), ticket.Person, clock.GetUtcNow());
        session.Keep(Seal(ticket), freshUntil);
        db.Sessions.Add(session);
        await db.Commit(TypedResults.Ok(ticket), http.RequestAborted);
        cookies.SetSession(http, key);
    }

    /// <summary>The visitor's session with a token that still holds; null for who has none, or none any more.</summary>
    public async Task<Ticket?> Find(HttpContext http)
    {
        if (http.Request.Cookies[cookies.Session] is not { Length: > 20 and < 100 } key)
        {
            return null;
        }

        var hash = HashOf(key);
        var (session, now) = (await Load(hash, http.RequestAborted), clock.GetUtcNow());
        if (session is null || Open(session) is not { } ticket || session.IsOver(now, ticket.IsStaff))
        {
            await End(http);
            return null;
        }

        if (session.FreshUntil - now < Tokens.Margin)
        {
            return await Refresh(http, hash);
        }

        if (now - session.SeenAt > SeenWithin)
        {
            session.See(now);
            await db.Commit(TypedResults.Ok(ticket), http.RequestAborted);
        }

        return ticket;
    }

    public async Task End(HttpContext http)
    {
        if (http.Request.Cookies[cookies.Session] is { Length: > 0 } key)
        {
            if (await Load(HashOf(key), http.RequestAborted) is { } session)
            {
                db.Sessions.Remove(session);
                await db.Commit(TypedResults.Ok(session.Person), http.RequestAborted);
            }

            cookies.ForgetSession(http);
        }
    }

    /// <summary>A refresh token works once. So one request refreshes, and those beside it wait and take what it got.</summary>
    private async Task<Ticket?> Refresh(HttpContext http, byte[] hash)
    {
        using var turn = await turns.Take(hash, http.RequestAborted);
        db.ChangeTracker.Clear();
        if (await Load(hash, http.RequestAborted) is not { } session || Open(session) is not { } ticket)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (session.FreshUntil - now >= Tokens.Margin)
        {
            return ticket;
        }

        var answer = await tokens.Refresh(ticket, CancellationToken.None); // once sent, its answer must be kept
        if (answer.Refusal is { IsSilence: true })
        {
            return ticket; // Identity is away: the pages say what does not answer, and nobody is signed out
        }

        if (!answer.IsGiven(out var issued))
        {
            await End(http);
            return null;
        }

        session.Keep(Seal(issued.Ticket), issued.Until);
        session.See(now);
        await db.Commit(TypedResults.Ok(ticket), CancellationToken.None);
        return issued.Ticket;
    }

    private Task<Session?> Load(byte[] hash, CancellationToken cancellation) =>
        db.Sessions.SingleOrDefaultAsync(s => s.KeyHash == hash, cancellation);

    private static byte[] HashOf(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));

    private byte[] Seal(Ticket ticket) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket, JsonSerializerOptions.Web));

    private Ticket? Open(Session session)
    {
        try
        {
            return JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(session.Ticket), JsonSerializerOptions.Web);
        }
        catch (CryptographicException)
        {
            return null; // sealed with a key that is gone: sign in again
        }
    }
}
