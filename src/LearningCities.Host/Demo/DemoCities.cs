using System.Diagnostics;

namespace LearningCities.Host.Demo;

/// <summary>
/// Two cities to look at, Szeged and Ljubljana: made through the suite's own API, as a partner would make them, the first time
/// a data folder is started with <c>--demo</c>. Later starts only move the dates on.
/// </summary>
internal static class DemoCities
{
    /// <summary>Runs once the process has started. Safe to kill and to repeat.</summary>
    /// <exception cref="InvalidOperationException">The tables hold cities that are not the demo's.</exception>
    public static Task Seed(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return Seed(services, DateOnly.FromDateTime(now.UtcDateTime), output, cancellation);
    }

    /// <summary>The same, with dates reckoned from another day.</summary>
    internal static async Task Seed(IServiceProvider services, DateOnly today, TextWriter output, CancellationToken cancellation)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var door = new DemoDoor(services, cancellation);
        DemoCity[] cities =
        [
            new(DemoContent.Of("szeged"), door, cancellation),
            new(DemoContent.Of("ljubljana"), door, cancellation),
        ];

        var state = DemoState.Read(configuration);
        if (state is null)
        {
            await RefuseRealCities(door);
            state = new DemoState(today, Complete: false).Keep(configuration);
        }

        if (!state.Complete)
        {
            await Make(cities, state.Today, output);
            state = (state with { Complete = true }).Keep(configuration);
        }

        if (state.IsStale(today))
        {
            await MoveOn(cities, state.Today, today, output);
            (state with { Today = today }).Keep(configuration);
        }

        await WhoCanSignIn(cities, configuration["PublicUrl"]!, output);
    }

    private static async Task RefuseRealCities(DemoDoor door)
    {
        var known = await door.Nobody.Get("/api/identity/cities");
        if (known.Items().Any())
        {
            throw new InvalidOperationException(
                "There are cities here that are not the demo's. Give the demo a data folder of its own: --demo --data=demo-data");
        }
    }

    private static async Task Make(DemoCity[] cities, DateOnly today, TextWriter output)
    {
        var took = Stopwatch.StartNew();
        var offers = new Dictionary<string, (Guid Id, DemoCaller Host)>();
        foreach (var city in cities)
        {
            var (name, content) = (city.Content.Plan.City.Name, city.Content);
            await city.Found();
            await output.WriteLineAsync(
                $"Demo: {name}: {content.Plan.Places.Count} places, {content.Plan.Organisations.Count} organisations");
            await city.SignIn("learner", "staff");
            await city.Publish(today);
            await output.WriteLineAsync($"Demo: {name}: {content.Activities.Count} activities, {city.People.Count} people");
            await city.SignUpAndAttend();
            await city.Award();
            await city.Plan();
            await city.EndWhatIsPast(today);
            await output.WriteLineAsync(
                $"Demo: {name}: {content.Stories.SignUps.Sum(s => s.Value.Count)} sign-ups, {content.Stories.Awards.Count} badges awarded");
            foreach (var (key, offer) in await city.Offer(today))
            {
                offers[key] = offer;
            }
        }

        foreach (var city in cities)
        {
            await city.Apply(offers);
        }

        await output.WriteLineAsync($"Demo: made in {took.Elapsed.TotalSeconds:0} s");
    }

    private static async Task MoveOn(DemoCity[] cities, DateOnly before, DateOnly today, TextWriter output)
    {
        foreach (var city in cities)
        {
            var name = city.Content.Plan.City.Name;
            try
            {
                await city.Return();
                await output.WriteLineAsync($"Demo: {name}: {await city.MoveOn(before, today)} activities moved on");
            }
            catch (HttpRequestException refused)
            {
                await output.WriteLineAsync($"Demo: {name} keeps its old dates. {refused.Message}"); // a password was changed, perhaps
            }
        }
    }

    private static async Task WhoCanSignIn(DemoCity[] cities, string publicUrl, TextWriter output)
    {
        await output.WriteLineAsync($"Everybody's password is {DemoDoor.Password}");
        foreach (var (town, people) in cities.Select(city => (city.Content.Plan.City, city.Content.Plan.People)))
        {
            await output.WriteLineAsync($"{publicUrl.TrimEnd('/')}/{town.ShortName}");
            (string Role, string? Email)[] roles =
            [
                ("learner", string.Join(", ", people.Where(p => p.Role == "learner").Take(2).Select(p => p.Email))),
                ("staff", string.Join(", ", people.Where(p => p.Role == "staff").Take(2).Select(p => p.Email))),
                ("city officer", people.FirstOrDefault(p => p.Role == "officer")?.Email),
                ("administrator", town.Administrator.Email),
                ("operator", town.Operator?.Email),
            ];
            foreach (var (role, email) in roles.Where(role => role.Email is not null))
            {
                await output.WriteLineAsync($"  {role,-14} {email}");
            }
        }
    }
}
