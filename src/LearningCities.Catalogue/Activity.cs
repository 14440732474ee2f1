namespace LearningCities.Catalogue;

/// <summary>Something people can learn at: when, where, for whom, and what it costs.</summary>
internal sealed class Activity(Guid id, Guid city, Guid organisationId) : Aggregate(id, city)
{
    /// <summary>Who offers it, and whose people may change it.</summary>
    public Guid OrganisationId { get; private set; } = organisationId;

    public LocalizedText Title { get; private set; } = new([]);

    public LocalizedText Summary { get; private set; } = new([]);

    public LocalizedText Description { get; private set; } = new([]);

    public string Kind { get; private set; } = "";

    public string Mode { get; private set; } = "";

    /// <summary>Null where it is online.</summary>
    public Venue? Venue { get; private set; }

    public string? Link { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>Null where it can be begun at any time.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>Null where it does not end.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    public List<string> Languages { get; private set; } = [];

    public Price Price { get; private set; } = new(0, "EUR");

    public List<string> Skills { get; private set; } = [];

    public int? YoungestAge { get; private set; }

    public int? OldestAge { get; private set; }

    public List<string> Access { get; private set; } = [];

    /// <summary>How many can take part; null where it does not matter.</summary>
    public int? Capacity { get; private set; }

    /// <summary>Whether people sign up here; otherwise they just come, or ask the organiser.</summary>
    public bool TakesSignUps { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>The day when somebody last said that all this is so; null where nobody did.</summary>
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>Where it was brought in from, and under which name there; null where it was written here.</summary>
    public string? ExternalReference { get; private set; }

    /// <summary>Who offers it, where that is no organisation of this installation.</summary>
    public string? ExternalOrganiser { get; private set; }

    /// <summary>Counts all changes of the table, by a trigger: the search index reads what is new by it.</summary>
    public long ChangeNumber { get; private set; }

    public string State => CancelledAt is null ? "published" : "cancelled";

    public static Activity Publish(Guid city, Guid organisationId, Details details, DateOnly? checkedOn, DateTimeOffset now)
    {
        var activity = new Activity(Guid.CreateVersion7(now), city, organisationId) { PublishedAt = now, CheckedOn = checkedOn };
        activity.Take(details);
        return activity;
    }

    public static Activity Import(
        Guid city, Guid organisationId, string organiser, string reference, Details details, DateTimeOffset now)
    {
        var activity = Publish(city, organisationId, details, checkedOn: null, now);
        (activity.ExternalReference, activity.ExternalOrganiser) = (reference, organiser);
        return activity;
    }

    public void Change(Details details, DateOnly? checkedOn)
    {
        if (CancelledAt is not null)
        {
            throw new RuleViolationException("activity-cancelled", $"'{Title}' was cancelled and is changed no more.");
        }

        Take(details);
        CheckedOn = checkedOn;
        Version++;
    }

    public void Cancel(DateTimeOffset now)
    {
        if (CancelledAt is null)
        {
            CancelledAt = now;
            Version++;
        }
    }

    /// <summary>Gives a learner a place, if there is one.</summary>
    public SignUp SignUp(Guid learnerId, Seats seats, DateTimeOffset now)
    {
        if (CancelledAt is not null)
        {
            throw new RuleViolationException("activity-cancelled", $"'{Title}' was cancelled.");
        }

        if (!TakesSignUps)
        {
            throw new RuleViolationException("sign-up-elsewhere", $"Places in '{Title}' are not given here: ask the organiser.");
        }

        if (EndsAt <= now)
        {
            throw new RuleViolationException("activity-over", $"'{Title}' is over.");
        }

        seats.Take(Capacity);
        return new SignUp(Guid.CreateVersion7(now), City, Id, learnerId, CheckInCode.New(), now);
    }

    public int? PlacesLeft(int taken) => Capacity is { } capacity ? Math.Max(0, capacity - taken) : null;

    private void Take(Details details)
    {
        (Title, Summary, Description) = (details.Title, details.Summary, details.Description);
        (Kind, Mode, Venue, Link, Phone) = (details.Kind, details.Mode, details.Venue, details.Link, details.Phone);
        (StartsAt, EndsAt) = (details.StartsAt, details.EndsAt);
        (Languages, Skills, Access) = ([.. details.Languages], [.. details.Skills], [.. details.Access]);
        (Price, YoungestAge, OldestAge) = (details.Price, details.YoungestAge, details.OldestAge);
        (Capacity, TakesSignUps) = (details.Capacity, details.TakesSignUps);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Activity>
    {
        public void Configure(EntityTypeBuilder<Activity> activity)
        {
            // A trigger counts, so EF must not ask for what the statement itself returns.
            activity.ToTable(table => table.HasTrigger("activity_change"));
            activity.Property(a => a.ChangeNumber).IsTransactionNumber();
            activity.ComplexProperty(a => a.Venue);
            activity.ComplexProperty(a => a.Price);
            activity.HasIndex(a => new { a.City, a.ChangeNumber });
            activity.HasIndex(a => new { a.City, a.OrganisationId, a.PublishedAt });
            activity.HasIndex(a => new { a.City, a.ExternalReference }).IsUnique().HasFilter("external_reference IS NOT NULL");
        }
    }
}

/// <summary>What is said of an activity and can be said anew.</summary>
internal sealed record Details
{
    public required LocalizedText Title { get; init; }

    public LocalizedText Summary { get; init; } = new([]);

    public LocalizedText Description { get; init; } = new([]);

    public required string Kind { get; init; }

    public required string Mode { get; init; }

    public Venue? Venue { get; init; }

    public string? Link { get; init; }

    public string? Phone { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public required Price Price { get; init; }

    public IReadOnlyList<string> Skills { get; init; } = [];

    public int? YoungestAge { get; init; }

    public int? OldestAge { get; init; }

    public IReadOnlyList<string> Access { get; init; } = [];

    public int? Capacity { get; init; }

    public bool TakesSignUps { get; init; }
}

/// <summary>Where it happens.</summary>
/// <param name="District">The short name of the place (district or settlement) it is in; empty where nobody said.</param>
internal sealed record Venue(string Name, string Address, string District, double Latitude, double Longitude);

/// <param name="Amount">In the currency's smallest unit; 0 is free of charge.</param>
internal sealed record Price(long Amount, string Currency);
