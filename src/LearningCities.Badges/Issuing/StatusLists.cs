using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LearningCities.Badges.Issuing;

/// <summary>Gives each new award its place, and signs the lists that are published.</summary>
internal sealed class StatusLists(MadeOnce once, IssuerKeys keys, Addresses addresses, TimeProvider clock)
{
    // A list of which so many places, drawn at random, are all taken is full enough for a new one.
    private const int Draws = 12;

    private readonly ConcurrentDictionary<Guid, Published> _published = [];

    private sealed record Published(int Revoked, string Jwt);

    public async Task List(Award award, BadgesDb db, CancellationToken cancellation)
    {
        var list = await Last(award.City, award.OrganisationId, after: 0, cancellation);
        while (true)
        {
            int[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => RandomNumberGenerator.GetInt32(Bitstring.Length))];
            var taken = await db.Awards
                .Where(a => a.StatusListId == list.Id && drawn.Contains(a.StatusIndex))
                .Select(a => a.StatusIndex)
                .ToListAsync(cancellation);
            if (drawn.Except(taken).Take(1).ToArray() is [var index])
            {
                award.IsListedAt(list.Id, index);
                return;
            }

            list = await Last(award.City, award.OrganisationId, after: list.Number, cancellation);
        }
    }

    /// <summary>
    /// The list as a signed credential. A revocation is for ever, so the number of revoked awards says whether what was signed
    /// last is still true, on every replica.
    /// </summary>
    public async Task<string> Publish(StatusList list, BadgesDb db, CancellationToken cancellation)
    {
        var revoked = db.Awards.Where(a => a.StatusListId == list.Id && a.RevokedAt != null).Select(a => a.StatusIndex);
        if (_published.TryGetValue(list.Id, out var last) && last.Revoked == await revoked.CountAsync(cancellation))
        {
            return last.Jwt;
        }

        var indexes = await revoked.ToListAsync(cancellation);
        var key = await keys.Current(list.City, list.OrganisationId, cancellation);
        var document = StatusListDocument.Of(list, Bitstring.Encode(indexes), addresses, clock.GetUtcNow());
        var jwt = Jws.Sign(document, key.Address, data => keys.Sign(key, data));
        _published[list.Id] = new Published(indexes.Count, jwt);
        return jwt;
    }

    private Task<StatusList> Last(Guid city, Guid organisation, int after, CancellationToken cancellation) => once.Have(
        city,
        async db => await db.StatusLists
            .Where(l => l.OrganisationId == organisation && l.Number > after)
            .OrderByDescending(l => l.Number)
            .FirstOrDefaultAsync(cancellation) ?? Add(db, city, organisation, after + 1),
        cancellation);

    private StatusList Add(BadgesDb db, Guid city, Guid organisation, int number)
    {
        var list = new StatusList(Guid.CreateVersion7(clock.GetUtcNow()), city, organisation, number);
        db.Add(Signpost.At($"status/{list.Id}", city));
        return db.Add(list).Entity;
    }
}
