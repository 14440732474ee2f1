using System.Security.Cryptography;
using System.Text;

namespace LearningCities.Badges;

/// <summary>
/// Where an address leads that names no city: a share link, an issuer, a key, a status list, a badge. Such addresses live for
/// ever inside credentials and are opened by anybody, so they are looked up before it is known in which city to look. Nothing
/// here is personal; the address is kept as a hash only, so that who reads the table cannot open anybody's share link.
/// </summary>
internal sealed class Signpost
{
    public required string Address { get; init; }

    /// <summary>The id of a city.</summary>
    public required Guid LeadsTo { get; init; }

    public static Signpost At(string address, Guid city) => new() { Address = HashOf(address), LeadsTo = city };

    public static string HashOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));

    internal sealed class Mapping : IEntityTypeConfiguration<Signpost>
    {
        public void Configure(EntityTypeBuilder<Signpost> signpost)
        {
            signpost.HasKey(s => s.Address);
            signpost.Property(s => s.Address).HasMaxLength(64);
        }
    }
}
