using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using LearningCities.Identity.Organisations;
using LearningCities.Identity.People;

namespace LearningCities.Identity.Keys;

/// <summary>
/// By which a partner's program acts for an organisation. Only a hash is kept: the key has 256 bits of chance, so a fast one
/// is enough.
/// </summary>
internal sealed class ApiKey(
    Guid id, Guid city, Guid organisationId, string name, byte[] hash, DateTimeOffset createdAt, DateTimeOffset endsAt)
    : Aggregate(id, city)
{
    public const int LongestName = 100;
    public const int LongestLifeInDays = 365;

    private const string Prefix = "cty_live_"; // by which scanners for leaked secrets know it

    public Guid OrganisationId { get; private set; } = organisationId;

    /// <summary>What it is for, in the words of who made it.</summary>
    public string Name { get; private set; } = name;

    public byte[] Hash { get; private set; } = hash;

    public List<string> Scopes { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public DateTimeOffset EndsAt { get; private set; } = endsAt;

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <returns>The key for the table, and the words to show once.</returns>
    public static (ApiKey Key, string Shown) Make(
        Organisation organisation, string name, IEnumerable<string> scopes, TimeSpan life, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var key = new ApiKey(
            Guid.CreateVersion7(now), organisation.CityId, organisation.Id, name, People.Whereabouts.HashOf(secret), now, now + life);
        key.Scopes.AddRange(scopes);
        return (key, $"{Prefix}{key.Id:n}_{secret}");
    }

    /// <summary>Reads <c>cty_live_ID_SECRET</c>.</summary>
    public static bool TryRead(string? shown, out Guid id, [NotNullWhen(true)] out string? secret)
    {
        (id, secret) = (Guid.Empty, null);
        if (shown is not { Length: 85 } || !shown.StartsWith(Prefix, StringComparison.Ordinal) || shown[41] != '_')
        {
            return false;
        }

        secret = shown[42..];
        return Guid.TryParseExact(shown.AsSpan(9, 32), "n", out id);
    }

    public Whereabouts Whereabouts() => new(WhereaboutsOf(Id), City, Id);

    public static byte[] WhereaboutsOf(Guid id) => People.Whereabouts.HashOf($"key {id}");

    public bool Opens(string secret, DateTimeOffset now) =>
        WithdrawnAt is null && now < EndsAt
        && CryptographicOperations.FixedTimeEquals(Hash, People.Whereabouts.HashOf(secret));

    public void Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            WithdrawnAt = now;
            Version++;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> key)
        {
            key.Property(k => k.Name).HasMaxLength(LongestName);
            key.HasIndex(k => new { k.City, k.OrganisationId });
        }
    }
}
