using LearningCities.ServiceDefaults.Data;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>
/// How a module says all that it is now to whoever missed it: each of its things by the events that lead there, in order, with
/// versions up to its present one. Who has kept all of it sees nothing new, and to nobody it is news.
/// </summary>
public interface IRetelling<TDb> where TDb : ModuleDb
{
    /// <summary>The cities that there is something to tell of: those that the module has heard of, unless it knows better.</summary>
    IQueryable<Guid> Cities(TDb db) => db.Set<KnownCity>().Select(city => city.Id);

    /// <summary>All kinds of things that the module's events tell of, those first that the others' events name.</summary>
    IReadOnlyList<ToTell<TDb>> Things { get; }
}

/// <summary>One kind of things.</summary>
/// <param name="Ids">Those of the city that is worked in.</param>
/// <param name="Tell">Publishes what is so of these, and does not save. What is gone by now is left out.</param>
public sealed record ToTell<TDb>(
    Func<TDb, IQueryable<Guid>> Ids, Func<TDb, IReadOnlyList<Guid>, CancellationToken, Task> Tell) where TDb : ModuleDb;
