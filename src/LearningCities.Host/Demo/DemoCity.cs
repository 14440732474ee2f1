using System.Collections.Concurrent;

namespace LearningCities.Host.Demo;

/// <summary>A city in the making: what is there of it by now, by the keys of the JSON files.</summary>
internal sealed class DemoCity(DemoContent content, DemoDoor door, CancellationToken cancellation)
{
    private const int AtOnce = 4;

    public DemoContent Content => content;

    public ConcurrentDictionary<string, (Guid Id, DemoCaller Caller)> People { get; } = [];

    public ConcurrentDictionary<string, Guid> Organisations { get; } = [];

    public ConcurrentDictionary<string, Guid> Activities { get; } = [];

    /// <summary>Somebody who may act for the organisation.</summary>
    public DemoCaller StaffOf(string organisation) =>
        People[content.Plan.People.First(person => person.Organisations?.Contains(organisation) ?? false).Key].Caller;

    public DemoCaller OrganiserOf(string activity) => StaffOf(content.Activities.Single(a => a.Key == activity).By);

    /// <summary>Does it for each, a few at a time.</summary>
    public Task Each<T>(IEnumerable<T> things, Func<T, Task> make) => Parallel.ForEachAsync(
        things,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (thing, _) => await make(thing));

    /// <summary>The city itself, its districts, its people and its organisations.</summary>
    public async Task Found()
    {
        var (town, plan) = (content.Plan.City, content.Plan);
        await door.Open(town, town.Administrator);
        if (town.Operator is { } operating)
        {
            await door.Open(town, operating);
        }

        var city = await door.CityOf(town.ShortName);
        var administrator = await door.SignIn(town.Administrator.Email);
        await administrator.Change($"/api/identity/cities/{city}", new
        {
            town.Name, town.Latitude, town.Longitude, town.Hue, town.AccentHue, town.Currency, town.Languages, town.Phone, town.TimeZone,
        });
        await Each(plan.Places, place => administrator.Change(
            $"/api/catalogue/places/{place.ShortName}",
            new { place.Title, place.Kind, place.Latitude, place.Longitude, place.Outline }));

        var web = await door.Web(city);
        await Each(plan.People, person => web.Create(
            "/api/identity/people",
            new { person.Name, person.Email, DemoDoor.Password, person.Language },
            $"person-{person.Key}",
            "email-taken"));
        await FoundOrganisations(administrator);
        await Each(plan.People.Where(person => person.Role == "officer"), person =>
            administrator.Post("/api/identity/officers", new { person.Email }));
    }

    /// <summary>Has everybody sign in who does something in the demo.</summary>
    public Task SignIn(params string[] roles) => Each(content.Plan.People.Where(person => roles.Contains(person.Role)), async person =>
    {
        var caller = await door.SignIn(person.Email);
        People[person.Key] = ((await caller.Get("/api/identity/me")).Id(), caller);
    });

    /// <summary>The city as it is, for who comes back to it: its organisations, and staff to act for them.</summary>
    public async Task Return()
    {
        var anybody = door.Nobody;
        var known = await anybody.Get($"/api/identity/organisations?city={content.City}&limit=100");
        var ids = known.Items().ToDictionary(organisation => organisation.GetProperty("name").FirstText(), one => one.Id());
        foreach (var (key, organisation) in content.Plan.Organisations)
        {
            Organisations[key] = ids[organisation.Name.First().Value];
        }

        await SignIn("staff");
    }

    private async Task FoundOrganisations(DemoCaller administrator)
    {
        await Each(content.Plan.Organisations, async organisation =>
        {
            var (key, (name, district, website)) = organisation;
            var made = await administrator.Create(
                "/api/identity/organisations", new { name, district, website }, $"organisation-{key}");
            Organisations[key] = made.Id();
        });
        await Each(content.Plan.People.SelectMany(p => (p.Organisations ?? []).Select(key => (p.Email, key))), member =>
            administrator.Create(
                $"/api/identity/organisations/{Organisations[member.key]}/members",
                new { member.Email },
                $"member-{member.Email}-{member.key}",
                "already-a-member"));
    }
}
