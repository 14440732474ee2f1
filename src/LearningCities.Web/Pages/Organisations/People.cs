using LearningCities.Web.Calls;

namespace LearningCities.Web.Pages.Organisations;

/// <summary>
/// The names of learners. Identity gives them to the organisations where somebody has a place or goes abroad with, writes down
/// who asked, and gives nobody else's. Nothing is kept here.
/// </summary>
internal sealed class People(Api api)
{
    private const int AtOnce = 50;

    public async Task<Names> Named(IEnumerable<Guid> learners)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var some in learners.Distinct().Chunk(AtOnce))
        {
            var answer = await api.Get<ListOf<Person>>($"/api/identity/people?{string.Join('&', some.Select(id => $"ids={id}"))}");
            foreach (var person in answer.Value?.Items ?? [])
            {
                names[person.Id] = person.Name;
            }
        }

        return new Names(names);
    }

    private sealed record Person(Guid Id, string Name);
}

/// <summary>Names by person; null where none was given.</summary>
public sealed class Names(IReadOnlyDictionary<Guid, string> names)
{
    public string? this[Guid person] => names.GetValueOrDefault(person);

    public bool Any => names.Count > 0;
}
