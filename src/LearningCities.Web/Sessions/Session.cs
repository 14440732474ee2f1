namespace LearningCities.Web.Sessions;

/// <summary>
/// Somebody who has signed in, on one device. The browser holds a key and nothing else; here is only the key's hash, so who
/// reads this table can be nobody. The tokens are encrypted.
/// </summary>
internal sealed class Session(byte[] keyHash, Guid person, DateTimeOffset begunAt)
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Who works for an organisation or for the city sees others' data, often on a shared machine.</summary>
    public static readonly TimeSpan IdleOfStaff = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan LongestOfStaff = TimeSpan.FromHours(12);

    public byte[] KeyHash { get; private set; } = keyHash;

    public Guid Person { get; private set; } = person;

    public DateTimeOffset BegunAt { get; private set; } = begunAt;

    public DateTimeOffset SeenAt { get; private set; } = begunAt;

    /// <summary>When the access token inside ends.</summary>
    public DateTimeOffset FreshUntil { get; private set; }

    public byte[] Ticket { get; private set; } = [];

    public bool IsOver(DateTimeOffset now, bool isStaff) =>
        now > SeenAt + (isStaff ? IdleOfStaff : Idle) || now > BegunAt + (isStaff ? LongestOfStaff : Longest);

    public void See(DateTimeOffset now) => SeenAt = now;

    public void Keep(byte[] ticket, DateTimeOffset freshUntil) => (Ticket, FreshUntil) = (ticket, freshUntil);

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> session)
        {
            session.HasKey(s => s.KeyHash);
            session.Property(s => s.KeyHash).HasMaxLength(32);
            session.HasIndex(s => s.Person);
            session.HasIndex(s => s.SeenAt); // the old ones are swept
        }
    }
}

/// <summary>What a session holds: who somebody is and may do, by the tokens. Never seen by a browser.</summary>
internal sealed record Ticket(
    Guid City,
    Guid Person,
    string Name,
    string Email,
    IReadOnlyList<string> Roles,
    IReadOnlyList<Organisation> Organisations,
    string AccessToken,
    string? RefreshToken)
{
    public bool IsStaff => Roles.Any(role => role is not "learner");

    public bool Is(string role) => Roles.Contains(role);

    public bool ActsFor(Guid organisation) => Organisations.Any(o => o.Id == organisation);
}

/// <summary>An organisation in whose name somebody may act.</summary>
internal sealed record Organisation(Guid Id, LocalizedText Name);
