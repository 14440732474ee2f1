using System.Net.Http.Headers;
using System.Text.Json;

namespace LearningCities.Suite.Tests.Republishing;

/// <summary>Two cities in which things went one way and another: taken and given back, awarded and revoked, agreed and withdrawn.</summary>
internal sealed class ManyTurns(RunningSuite suite, City home, City abroad)
{
    private static readonly string[] WantedAtHome =
        ["catalogue:publish", "catalogue:attend", "badges:define", "badges:award", "mobility:own", "mobility:manage"];

    private Guid _house, _rog;

    public City Home => home;

    public City Abroad => abroad;

    public Guid[] Cities => [home.Id, abroad.Id];

    private HttpClient AtHome => home.ClientOf(Guid.CreateVersion7(), [_house], WantedAtHome);

    private HttpClient AtRog => abroad.ClientOf(Guid.CreateVersion7(), [_rog], WantedAtHome);

    /// <param name="wait">Has it be so many days later than today.</param>
    public async Task Happens(Action<int> wait)
    {
        _house = await HasOrganisation(home, "Youth House", "belvaros");
        _rog = await HasOrganisation(abroad, "Rog", "center");
        await Moves(home, _house, "ujszeged");
        await PeopleTakePart();
        await BadgesAreAwarded();
        await LearnersGoAbroad(wait);
    }

    /// <summary>One activity more at home.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> Publishes(string title)
    {
        using var staff = AtHome;
        return (await Publishes(staff, title)).Id();
    }

    private async Task PeopleTakePart()
    {
        using var staff = AtHome;
        var (robots, lost) = (await Publishes(staff, "Robots"), await Publishes(staff, "Kites"));
        await Done(staff.Change($"/api/catalogue/activities/{robots.Id()}", Workshop("Robots and more"), robots.Seen()));

        var places = new List<JsonElement>();
        foreach (var activity in Enumerable.Repeat(robots, 8).Concat(Enumerable.Repeat(lost, 3)))
        {
            var learner = Guid.CreateVersion7();
            using var herself = home.ClientOf(learner, [], "catalogue:join", "pathways:own");
            places.Add(await Done(herself.Create($"/api/catalogue/activities/{activity.Id()}/sign-ups", new { })));
            if (places.Count == 1)
            {
                await suite.IsSettled(but: new HashSet<Guid>()); // Pathways has heard of the activity
                var pathway = await Done(herself.Create("/api/pathways", new { title = "Robots and I" }));
                await Done(herself.Create($"/api/pathways/{pathway.Id()}/steps", new { activityId = activity.Id() }));
            }

            if (places.Count == 7)
            {
                await Done(herself.Change($"/api/catalogue/sign-ups/{places[^1].Id()}/cancellation", null, places[^1].Seen()));
            }
        }

        foreach (var place in places.Take(6))
        {
            await Done(staff.Change($"/api/catalogue/sign-ups/{place.Id()}/attendance", null, place.Seen()));
        }

        await Done(staff.Change($"/api/catalogue/activities/{lost.Id()}/cancellation", null, lost.Seen()));
    }

    private async Task BadgesAreAwarded()
    {
        using var staff = AtHome;
        var badge = await Done(staff.Create("/api/badges", SwimmerOf(_house)));
        for (var i = 0; i < 7; i++)
        {
            var award = await Done(staff.Create($"/api/badges/{badge.Id()}/awards", Suite.Tests.Sentences.AwardTo(Guid.CreateVersion7())));
            if (i == 0)
            {
                await Done(staff.Change($"/api/badges/awards/{award.Id()}/revocation", new { because = "The wrong person." }, award.Seen()));
            }
        }
    }

    private async Task LearnersGoAbroad(Action<int> wait)
    {
        using var staff = AtHome;
        using var host = AtRog;
        await Eventually.Holds(async () => (await suite.RowsOf(home.Id, "mobility")).Count(row => row.StartsWith("mobility.organisation: ", StringComparison.Ordinal)) == 2);
        var from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);
        var offer = await Done(host.Create("/api/mobility/offers", Offer(from)));
        for (var i = 0; i < 8; i++)
        {
            wait(0);
            using var herself = home.ClientOf(Guid.CreateVersion7(), [], "mobility:own");
            var application = new { offerId = offer.Id(), sendingOrganisationId = _house, motivation = "I want to build bikes." };
            var placement = await Done(herself.Create("/api/mobility/placements", application));
            var path = $"/api/mobility/placements/{placement.Id()}";
            placement = await Done(staff.Change($"{path}/agreements/sending", new { decision = "agree" }, placement.Seen()));
            placement = await Done(i == 0
                ? host.Change($"{path}/agreements/host", new { decision = "decline", comment = "We have no bed." }, placement.Seen())
                : host.Change($"{path}/agreements/host", new { decision = "agree" }, placement.Seen()));
            if (i == 1)
            {
                await Done(herself.Change($"{path}/withdrawal", null, placement.Seen()));
            }
            else if (i < 4)
            {
                continue;
            }

            foreach (var (who, kind) in i < 2 ? [] : Preparation(staff, host, herself).Concat(i == 7 ? [(herself, "home-again")] : []))
            {
                wait(kind is "mentor-met" ? 4 : kind is "home-again" ? 40 : 1);
                placement = await Done(who.Change($"{path}/items/{Item(placement, kind)}/done", null, placement.Seen()));
            }
        }

        wait(0);
    }

    private static IEnumerable<(HttpClient Who, string Kind)> Preparation(HttpClient staff, HttpClient host, HttpClient herself) =>
        [(staff, "pedagogical"), (herself, "linguistic"), (host, "cultural"), (host, "mentor-met")];

    private static Guid Item(JsonElement placement, string kind) => placement.GetProperty("phases").EnumerateArray()
        .SelectMany(phase => phase.GetProperty("items").EnumerateArray())
        .Single(item => item.GetProperty("kind").GetString() == kind).Id();

    private static async Task<Guid> HasOrganisation(City city, string name, string district)
    {
        using var manager = city.Client("identity:manage");
        return (await Done(manager.Create("/api/identity/organisations", new { name = new { en = name }, district }))).Id();
    }

    private static async Task Moves(City city, Guid organisation, string district)
    {
        using var manager = city.Client("identity:manage");
        await Done(manager.Change(
            $"/api/identity/organisations/{organisation}", new { name = new { en = "Youth House" }, district }, new("\"1\"")));
    }

    private Task<JsonElement> Publishes(HttpClient staff, string title) => Done(staff.Create("/api/catalogue/activities", Workshop(title)));

    private object Workshop(string title) => new
    {
        organisationId = _house,
        title = new { en = title },
        kind = "workshop",
        mode = "onsite",
        place = new { name = "Youth House", address = "Felső Tisza-part 2.", district = "belvaros", latitude = 46.2546, longitude = 20.1514 },
        startsAt = TimeProvider.System.GetUtcNow().AddHours(12),
        endsAt = TimeProvider.System.GetUtcNow().AddHours(14),
        languages = new[] { "hu" },
        price = new { amount = 0, currency = "HUF" },
    };

    private static object SwimmerOf(Guid organisation) => new
    {
        organisationId = organisation,
        name = new { en = "Swimmer" },
        description = new { en = "Knows the water." },
        criteria = new { en = "Show it." },
        skills = new[] { "Swimming" },
        level = 2,
        design = new { shape = "rays", emblem = "waves", hue = 258 },
    };

    private object Offer(DateOnly from) => new
    {
        organisationId = _rog,
        title = new { en = "Three weeks in a bike workshop" },
        description = new { en = "True a wheel, order parts, welcome customers." },
        field = "bicycle mechanics",
        languages = new[] { "sl", "en" },
        from,
        to = from.AddDays(18),
        places = 20,
    };

    private static async Task<JsonElement> Done(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}

internal static class Answers
{
    public static Guid Id(this JsonElement thing) => thing.GetProperty("id").GetGuid();

    public static EntityTagHeaderValue Seen(this JsonElement thing) => new($"\"{thing.GetProperty("version").GetInt64()}\"");
}
