using System.Security.Cryptography;

namespace LearningCities.Badges.Issuing;

/// <summary>
/// With which an organisation signs (ECDSA on P-256), from its first award. It never goes away: an old one signs nothing more,
/// and what it has signed stays verifiable.
/// </summary>
internal sealed class IssuerKey(
    Guid id, Guid city, Guid organisationId, int generation, string address, byte[] publicKey, byte[] wrappedKey, DateTimeOffset madeAt)
    : Aggregate(id, city)
{
    public Guid OrganisationId { get; private set; } = organisationId;

    /// <summary>1 for the organisation's first. The highest one signs.</summary>
    public int Generation { get; private set; } = generation;

    /// <summary>Where anybody reads the public half: the <c>kid</c> of what it signs.</summary>
    public string Address { get; private set; } = address;

    /// <summary>SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; private set; } = publicKey;

    /// <summary>PKCS #8, wrapped.</summary>
    public byte[] WrappedKey { get; private set; } = wrappedKey;

    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    public ECDsa ParsePublic()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(PublicKey, out _);
        return key;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<IssuerKey>
    {
        public void Configure(EntityTypeBuilder<IssuerKey> key) =>
            key.HasIndex(k => new { k.City, k.OrganisationId, k.Generation }).IsUnique(); // decides between two first awards
    }
}
