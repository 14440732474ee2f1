namespace LearningCities.ServiceDefaults.Data;

/// <summary>
/// A thing that several cities share, for instance a placement of one city's learner in another. It belongs to its parties:
/// they see it across cities, and nobody else does. Its <see cref="Aggregate.City"/> is the one that it began in.
/// </summary>
public abstract class SharedAggregate<T>(Guid id, Guid city) : Aggregate(id, city), IShared where T : SharedAggregate<T>
{
    private readonly List<Party<T>> _parties = [];

    /// <summary>For queries, which see the parties of the caller's own city. Who else is a party, the noun itself knows.</summary>
    public IReadOnlyCollection<Party<T>> Parties => _parties;

    /// <summary>The cities of all its parties: in each of them it is seen and may be changed.</summary>
    public abstract IEnumerable<Guid> Cities { get; }

    /// <summary>Makes someone a party. To be said when the thing is made, and not where EF makes it of its row.</summary>
    protected void Admit(string role, Guid partysCity, Guid who) => _parties.Add(new Party<T>(Id, role, partysCity, who));
}

/// <summary>That a person or an organisation of a city is party to a shared thing. Parties are named once and stay.</summary>
public sealed class Party<T>(Guid thingId, string role, Guid city, Guid who) where T : SharedAggregate<T>
{
    public Guid ThingId { get; private set; } = thingId;

    /// <summary>One word, for instance <c>host</c>. Each role is held once.</summary>
    public string Role { get; private set; } = role;

    public Guid City { get; private set; } = city;

    /// <summary>The person's or organisation's id.</summary>
    public Guid Who { get; private set; } = who;
}

/// <summary>A thing that every city may read and its own alone changes, for instance an offer to learners anywhere.</summary>
public abstract class PublicAggregate(Guid id, Guid city) : Aggregate(id, city);

internal interface IShared
{
    IEnumerable<Guid> Cities { get; }
}
