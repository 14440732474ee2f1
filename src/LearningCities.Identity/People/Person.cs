namespace LearningCities.Identity.People;

/// <summary>Someone of a city. Everyone is a learner; some have more to do.</summary>
internal sealed class Person(Guid id, Guid city, string name, string email, string language) : Aggregate(id, city)
{
    public const int LongestName = 200;
    public const int LongestEmail = 254;

    public string Name { get; private set; } = name;

    public string Email { get; private set; } = email;

    /// <summary>By which the address is found, however it was typed.</summary>
    public string NormalEmail { get; private set; } = Normal(email);

    /// <summary>In which letters and pages speak to her, for instance <c>hu</c>.</summary>
    public string Language { get; private set; } = language;

    public Roles Roles { get; private set; }

    public static string Normal(string email) => email.Trim().Normalize().ToUpperInvariant();

    public void Change(string name, string language)
    {
        (Name, Language) = (name, language);
        Version++;
    }

    public void Give(Roles roles)
    {
        if ((Roles & roles) != roles)
        {
            Roles |= roles;
            Version++;
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.Property(p => p.Name).HasMaxLength(LongestName);
            person.Property(p => p.Email).HasMaxLength(LongestEmail);
            person.Property(p => p.NormalEmail).HasMaxLength(LongestEmail);
            person.HasIndex(p => new { p.City, p.NormalEmail }).IsUnique();
        }
    }
}

/// <summary>What a person may do for the city beside learning. Staff of organisations have a membership instead.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>Reads the city's figures.</summary>
    Officer = 1,

    /// <summary>Says who and what is in the city: organisations, officers, places.</summary>
    Administrator = 2,

    /// <summary>Sees how the suite is running.</summary>
    Operator = 4,
}
