using System.Text.RegularExpressions;

namespace LearningCities.Faults.Story;

/// <summary>What is there to take part in at the moment.</summary>
internal sealed record Programme(Guid Activity, Guid Badge, Guid Offer);

/// <summary>The city that the story happens in: its organisation, whoever acts for it, and learner after learner.</summary>
internal sealed partial class Town(HttpClient client, Ledger ledger, int seed, string city)
{
    private const string Password = "under-all-these-faults";
    private const int StoriesToAProgramme = 4;

    private static readonly string[] Hungarian = ["hu"];

    private int _stories;
    private Programme _programme = null!; // Found sees to it

    public Ledger Ledger => ledger;

    public Programme Programme => _programme;

    /// <summary>Publishes, awards, and takes learners in.</summary>
    public Guid House { get; private set; }

    /// <summary>Sends learners abroad.</summary>
    public Guid School { get; private set; }

    public Caller Staff { get; private set; } = null!; // Found sees to it

    /// <summary>Makes the city by the command that operators use, and its people by the API.</summary>
    public static async Task<Town> Found(
        HttpClient client, ITopology suite, Ledger ledger, int seed, CancellationToken cancellation)
    {
        var said = await suite.Job(["--create-city", "Szeged", "--admin", Administrator], cancellation);
        var town = new Town(client, ledger, seed, "szeged");
        await town.Web().Change($"/api/identity/password-resets/{Link().Match(said).Groups[1].Value}", new { password = Password });
        var administrator = town.SignedIn(Administrator);
        town.Staff = (await town.Register("staff@example.org")).Caller; // and signs in when first needed: as a member
        town.House = await Enter(administrator, "house", "Szegedi Ifjúsági Ház");
        town.School = await Enter(administrator, "school", "Tisza-parti Iskola");
        town._programme = await town.Announce(0);
        return town;
    }

    /// <summary>One story after the other, until there are enough. What was begun is answered before it ends.</summary>
    public async Task Live(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _stories);
            try
            {
                if (number % StoriesToAProgramme == 0)
                {
                    _programme = await Announce(number);
                }

                await new LearnersStory(this, number, new Random(HashCode.Combine(seed, number))).Tell(stop);
            }
            catch (RefusedException refusal)
            {
                ledger.Refused(refusal.Message);
            }
        }
    }

    public async Task<(Guid Id, Caller Caller)> Register(string email)
    {
        var person = await Web().Create(
            "/api/identity/people", new { name = "Anna Kovács", email, password = Password, language = "hu" }, $"register-{email}");
        ledger.Add(new Write(Kind.Person, person.Id()));
        return (person.Id(), SignedIn(email));
    }

    private static async Task<Guid> Enter(Caller administrator, string key, string name)
    {
        var organisation = (await administrator.Create("/api/identity/organisations", new { name = new { hu = name } }, key)).Id();
        await administrator.Create(
            $"/api/identity/organisations/{organisation}/members", new { email = "staff@example.org" }, $"member-of-{key}");
        return organisation;
    }

    private async Task<Programme> Announce(int number)
    {
        var activity = await Staff.Create(
            "/api/catalogue/activities",
            new { organisationId = House, title = new { hu = $"Műhely {number}" }, kind = "workshop", mode = "online" },
            $"activity-{number}");
        ledger.Add(new Write(Kind.Activity, activity.Id()));
        var text = new { hu = $"Jelvény {number}" };
        var design = new { shape = "rays", emblem = "waves", hue = 258 };
        var badge = await Staff.Create(
            "/api/badges",
            new { organisationId = House, name = text, description = text, criteria = text, level = 2, design },
            $"badge-{number}");
        ledger.Add(new Write(Kind.Badge, badge.Id()));
        var title = new { hu = $"Gyakorlat {number}" };
        var (from, to) = ("2100-06-01", "2100-08-31");
        var offer = await Staff.Create(
            "/api/mobility/offers",
            new { organisationId = House, title, description = title, field = "wood", languages = Hungarian, from, to, places = 500 },
            $"offer-{number}");
        ledger.Add(new Write(Kind.Offer, offer.Id()));
        return new Programme(activity.Id(), badge.Id(), offer.Id());
    }

    private const string Administrator = "admin@example.org";

    private Caller SignedIn(string email) => Caller(
        ("grant_type", "urn:learning-cities:password"), ("username", email), ("password", Password));

    private Caller Web() => Caller(("grant_type", "client_credentials"), ("scope", "identity:register"), ("city", city));

    private Caller Caller(params (string Key, string Value)[] credentials) => new(
        client,
        credentials.Append(("client_id", "web")).Append(("client_secret", Running.Settings.WebsSecret))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2),
        ledger);

    [GeneratedRegex("/new-password/([^\\s/]+)")]
    private static partial Regex Link();
}
