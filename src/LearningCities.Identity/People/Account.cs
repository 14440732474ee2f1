namespace LearningCities.Identity.People;

/// <summary>By what a person proves that it is her. It has the person's id; apart from her, because it changes at each sign-in.</summary>
internal sealed class Account(Guid id, Guid city, string? passwordHash) : Aggregate(id, city)
{
    /// <summary>So many tries in so long a time; whoever guesses is stopped, whoever mistypes is not.</summary>
    public const int MostTries = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Null until she has chosen a password.</summary>
    public string? PasswordHash { get; private set; } = passwordHash;

    /// <summary>Another one with each new password: sessions that began with the old one end.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    public int Tries { get; private set; }

    public DateTimeOffset? TriesSince { get; private set; }

    /// <summary>Counts a try before it is looked at, so that a hundred at one moment are no more than five.</summary>
    /// <returns>False when there were too many.</returns>
    public bool TakeTry(DateTimeOffset now)
    {
        if (TriesSince is not { } since || now - since >= Window)
        {
            (Tries, TriesSince) = (0, now);
        }

        if (Tries >= MostTries)
        {
            return false;
        }

        Tries++;
        Version++;
        return true;
    }

    /// <summary>The password was right.</summary>
    /// <param name="betterHash">Where the kept hash was made with less work than is usual now.</param>
    public void SignedIn(string? betterHash)
    {
        (PasswordHash, Tries, TriesSince) = (betterHash ?? PasswordHash, 0, null);
        Version++;
    }

    public void SetPassword(string hash)
    {
        (PasswordHash, Stamp, Tries, TriesSince) = (hash, Guid.CreateVersion7(), 0, null);
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> account) => account.HasOne<Person>().WithOne()
            .HasForeignKey<Account>(a => new { a.City, a.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}
