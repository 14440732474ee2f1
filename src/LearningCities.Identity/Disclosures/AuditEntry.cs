namespace LearningCities.Identity.Disclosures;

/// <summary>
/// That somebody was shown something about a person: ids, never the thing itself. It belongs to the person's city, and it
/// stays as it is: the database refuses to change or remove it.
/// </summary>
internal sealed class AuditEntry(Guid id, Guid city, Guid personId, string by, string what, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public Guid City { get; private set; } = city;

    /// <summary>Whom it is about.</summary>
    public Guid PersonId { get; private set; } = personId;

    /// <summary>Who was shown it: a person's id, or a program's name.</summary>
    public string By { get; private set; } = by;

    /// <summary>In whose name she asked; null where it was a program or the city itself.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary><c>name</c>, <c>contact</c>, <c>letter</c> or <c>role</c>.</summary>
    public string What { get; private set; } = what;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Why: the sign-up, placement or request that gave the right to.</summary>
    public Guid? Because { get; private set; }

    public static AuditEntry OfOrganisation(Disclosure disclosure, string by, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), disclosure.LearnerCity, disclosure.LearnerId, by, "name", at)
        {
            OrganisationId = disclosure.OrganisationId,
            Because = disclosure.ThroughId,
        };

    public static AuditEntry OfProgram(Guid person, Guid city, string program, string what, Guid? because, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), city, person, program, what, at) { Because = because };

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry)
        {
            entry.HasKey(e => new { e.City, e.Id });
            entry.HasIndex(e => new { e.City, e.PersonId, e.At });
        }
    }
}
