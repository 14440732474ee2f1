using LearningCities.Contracts.Identity;

namespace LearningCities.Identity.Organisations;

/// <summary>Who offers learning in a city: a school, a library, a youth house, an association.</summary>
internal sealed class Organisation(
    Guid id, Guid cityId, LocalizedText name, string district, string? website, DateTimeOffset createdAt) : Listed(id)
{
    public const int LongestDistrict = 100;
    public const int LongestWebsite = 500;

    public Guid CityId { get; private set; } = cityId;

    public LocalizedText Name { get; private set; } = name;

    /// <summary>The short name of the part of the city where it has its seat; empty where nobody said.</summary>
    public string District { get; private set; } = district;

    public string? Website { get; private set; } = website;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public void Change(LocalizedText name, string district, string? website)
    {
        (Name, District, Website) = (name, district, website);
        Version++;
    }

    public OrganisationChanged Changed() => new(CityId, Id, Version, Name, District, Website);

    internal sealed class Mapping : Mapping<Organisation>
    {
        public override void Configure(EntityTypeBuilder<Organisation> organisation)
        {
            base.Configure(organisation);
            organisation.Property(o => o.District).HasMaxLength(LongestDistrict);
            organisation.Property(o => o.Website).HasMaxLength(LongestWebsite);
            organisation.HasIndex(o => new { o.CityId, o.CreatedAt });
        }
    }
}
