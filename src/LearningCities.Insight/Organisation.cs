namespace LearningCities.Insight;

/// <summary>Where an organisation has its seat: there its badges and placements are counted.</summary>
internal sealed class Organisation : Aggregate
{
    public const int LongestDistrict = 100;

    public Organisation(Guid id, Guid city) : base(id, city) => Version = 0;

    /// <summary>Empty where nobody said.</summary>
    public string District { get; private set; } = "";

    public void Change(string district, long version)
    {
        if (version > Version)
        {
            (District, Version) = (district, version);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> organisation) =>
            organisation.Property(o => o.District).HasMaxLength(LongestDistrict);
    }
}
