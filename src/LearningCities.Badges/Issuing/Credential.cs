namespace LearningCities.Badges.Issuing;

/// <summary>What the learner takes with her: the award, signed once and kept as it was signed, byte for byte.</summary>
/// <param name="id">The award's.</param>
/// <param name="jwt">A VC-JWT: the Open Badge 3.0 in compact JWS.</param>
internal sealed class Credential(Guid id, Guid city, string jwt) : Aggregate(id, city)
{
    public string Jwt { get; private set; } = jwt;

    internal sealed class Mapping : IEntityTypeConfiguration<Credential>
    {
        public void Configure(EntityTypeBuilder<Credential> credential) => credential
            .HasOne<Award>().WithOne().HasForeignKey<Credential>(c => new { c.City, c.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}
