using System.Security.Cryptography;
using System.Text;

namespace LearningCities.Identity.People;

/// <summary>
/// In which city to look for what the world knows by an e-mail address or an API key's number: who signs in has said no city
/// yet. It holds a hash and two ids, so that all that is personal stays behind its city's lock. One row for each address on
/// the whole installation: the key decides whose it is.
/// </summary>
internal sealed class Whereabouts(byte[] hash, Guid cityId, Guid thingId)
{
    public byte[] Hash { get; private set; } = hash;

    public Guid CityId { get; private set; } = cityId;

    /// <summary>The person's or key's id.</summary>
    public Guid ThingId { get; private set; } = thingId;

    public static Whereabouts Of(Person person) => new(HashOf(person.NormalEmail), person.City, person.Id);

    public static byte[] HashOf(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));

    internal sealed class Mapping : IEntityTypeConfiguration<Whereabouts>
    {
        public void Configure(EntityTypeBuilder<Whereabouts> whereabouts) => whereabouts.HasKey(w => w.Hash);
    }
}
