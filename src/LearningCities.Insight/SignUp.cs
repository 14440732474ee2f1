namespace LearningCities.Insight;

/// <summary>
/// A sign-up as it is counted: when, where, whether it holds. Whose it is stays in Catalogue. Its events tell different
/// things, so what each says is kept whatever came before it; only whether it holds is for the latest to say.
/// </summary>
internal sealed class SignUp(Guid id, Guid city, string district) : Aggregate(id, city)
{
    /// <summary>Where the activity happens; empty for online.</summary>
    public string District { get; private set; } = district;

    /// <summary>Null until that is heard of.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    public DateTimeOffset? AttendedAt { get; private set; }

    public bool Cancelled { get; private set; }

    /// <summary>The version of the latest event.</summary>
    public long Latest { get; private set; }

    public void Make(DateTimeOffset at, long version)
    {
        if (MadeAt is null || version > Latest)
        {
            MadeAt ??= at;
            Hold(cancelled: false, version);
        }
    }

    public void Attend(DateTimeOffset at, long version)
    {
        if (AttendedAt is null || version > Latest)
        {
            AttendedAt ??= at;
            Hold(cancelled: false, version);
        }
    }

    public void Cancel(long version)
    {
        if (version > Latest)
        {
            Hold(cancelled: true, version);
        }
    }

    private void Hold(bool cancelled, long version)
    {
        if (version > Latest)
        {
            (Cancelled, Latest) = (cancelled, version);
        }

        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SignUp>
    {
        public void Configure(EntityTypeBuilder<SignUp> signUp)
        {
            signUp.Property(s => s.District).HasMaxLength(Organisation.LongestDistrict);
            signUp.HasIndex(s => new { s.City, s.MadeAt });
            signUp.HasIndex(s => new { s.City, s.AttendedAt });
        }
    }
}
