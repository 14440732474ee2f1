namespace LearningCities.ServiceDefaults;

/// <summary>For whom this scope works: the bearer of a request's token, or a handler of an event.</summary>
public sealed class Caller
{
    /// <summary>
    /// The city (tenant) that is worked in. It comes from the token; for visitors without one from the address, where it says
    /// what is looked at and gives no right. Empty until it is known, and no row is of the empty city.
    /// </summary>
    public Guid City { get; private set; }

    /// <summary>A person's account, a program's client id, or a handler's name; empty for a visitor.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The person's account, where the caller is a person.</summary>
    public Guid? Person => Guid.TryParse(Subject, out var person) ? person : null;

    /// <summary>The organisations in whose name the caller may act, by the token. Empty for learners and visitors.</summary>
    public IReadOnlySet<Guid> Organisations { get; private set; } = new HashSet<Guid>();

    /// <summary>What the caller may do, by the token.</summary>
    public IReadOnlySet<string> Scopes { get; private set; } = new HashSet<string>();

    public bool ActsFor(Guid organisation) => Organisations.Contains(organisation);

    /// <summary>Says for whom this scope works. A background worker does so before it asks for a module's tables.</summary>
    internal void Is(string subject, Guid city) => (Subject, City) = (subject, city);

    internal void Is(string subject, Guid city, IEnumerable<Guid> organisations, IEnumerable<string> scopes)
    {
        Is(subject, city);
        (Organisations, Scopes) = (organisations.ToHashSet(), scopes.ToHashSet());
    }
}

/// <summary>How work that no request brought says for whom it is done.</summary>
public static class Callers
{
    /// <summary>Has everything in this scope work in the city, in the name of a worker, job or handler.</summary>
    public static void WorkIn(this IServiceProvider scope, Guid city, string worker) =>
        ((Caller)scope.GetService(typeof(Caller))!).Is(worker, city);
}
