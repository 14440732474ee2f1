using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace LearningCities.Badges.Issuing;

/// <summary>The organisations' keys: made when first needed, parsed once, and used by many at the same time.</summary>
internal sealed class IssuerKeys(
    MadeOnce once, KeyWrapping wrapping, Addresses addresses, TimeProvider clock, IOptions<BadgesOptions> options) : IDisposable
{
    private readonly KeyPool _signing = new();
    private readonly KeyPool _verifying = new();

    /// <summary>The key that the organisation signs with now.</summary>
    public Task<IssuerKey> Current(Guid city, Guid organisation, CancellationToken cancellation) => once.Have(
        city,
        async db =>
        {
            var newest = await db.IssuerKeys
                .Where(k => k.OrganisationId == organisation)
                .OrderByDescending(k => k.Generation)
                .FirstOrDefaultAsync(cancellation);
            return newest is not null && clock.GetUtcNow() - newest.MadeAt < options.Value.KeyLifetime
                ? newest
                : Add(db, city, organisation, newest);
        },
        cancellation);

    public byte[] Sign(IssuerKey key, byte[] data) => _signing.Use(
        key.Id, () => wrapping.Unwrap(key), parsed => parsed.SignData(data, HashAlgorithmName.SHA256));

    public bool Verify(IssuerKey key, byte[] data, byte[] signature) => _verifying.Use(
        key.Id, key.ParsePublic, parsed => parsed.VerifyData(data, signature, HashAlgorithmName.SHA256));

    public void Dispose()
    {
        _signing.Dispose();
        _verifying.Dispose();
    }

    private IssuerKey Add(BadgesDb db, Guid city, Guid organisation, IssuerKey? last)
    {
        if (last is null)
        {
            db.Add(Signpost.At($"issuer/{organisation}", city));
            db.Add(Signpost.At(addresses.Issuer(organisation), city)); // to tell who pretends to be it
        }

        var key = Make(city, organisation, generation: (last?.Generation ?? 0) + 1);
        db.Add(Signpost.At(key.Address, city));
        return db.Add(key).Entity;
    }

    private IssuerKey Make(Guid city, Guid organisation, int generation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return new IssuerKey(
            id,
            city,
            organisation,
            generation,
            addresses.Key(organisation, id),
            key.ExportSubjectPublicKeyInfo(),
            wrapping.Wrap(id, key),
            now);
    }
}
