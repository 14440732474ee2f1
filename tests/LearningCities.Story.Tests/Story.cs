using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCities.Story.Tests;

/// <summary>
/// One learner's way from a workshop to a badge, as a partner's program and people with browsers go it. Whatever could be there
/// already is made anew, so that it can be told again on the same installation.
/// </summary>
internal sealed partial class Story(Stage stage) : IDisposable
{
    private static readonly string[] Languages = ["en"];
    private static readonly string[] Skills = ["teamwork"];

    private readonly string _once = Guid.CreateVersion7().ToString("n")[20..];
    private HttpClient _partner = null!;
    private Visitor _learner = null!;
    private Guid _organisation;
    private Guid _activity;
    private Guid _learnerId;
    private Guid _award;

    private string Title => $"Rope bridges {_once}";

    private string Badge => $"Bridge builder {_once}";

    /// <summary>The trace that the award is part of: the partner's own, which it passes on (W3C Trace Context).</summary>
    public string Trace { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The partner's own span, in which it asks for the award.</summary>
    public string Asking { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public async Task Tell()
    {
        await A_partner_gets_a_key();
        await Its_workshop_is_published_and_found();
        await A_learner_registers_takes_a_place_and_plans_it();
        await Who_came_is_confirmed_and_her_pathway_knows();
        await She_is_awarded_a_badge_and_told_of_it();
        await A_stranger_believes_it_until_she_withdraws_her_link();
    }

    /// <summary>The city's administrator adds an organisation and gives it a key for its own program.</summary>
    private async Task A_partner_gets_a_key()
    {
        using var administrator = await stage.SignedIn(Stage.Administrator);
        await administrator.Open($"/{Stage.City}/city/organisations");
        await administrator.Press("add", ("name.en", $"Story House {_once}"), ("district", "belvaros"), ("website", ""));
        _organisation = Guid.Parse(administrator.Path.Split('?')[0].Split('/')[^1]);
        await administrator.Press(
            "key", ("keyName", "Our website"),
            ("scopes", "catalogue:publish"), ("scopes", "catalogue:attend"), ("scopes", "badges:define"), ("scopes", "badges:award"));
        Assert.True(administrator.Sees("cty_live_"), administrator.Screen);
        _partner = stage.Partner(Key().Match(administrator.Screen).Value);
    }

    private async Task Its_workshop_is_published_and_found()
    {
        var now = TimeProvider.System.GetUtcNow();
        _activity = await Make("/api/catalogue/activities", new
        {
            organisationId = _organisation,
            title = new { en = Title },
            kind = "workshop",
            mode = "onsite",
            place = new { name = "Youth House", address = "Felső Tisza-part 2.", district = "belvaros", latitude = 46.2546, longitude = 20.1514 },
            startsAt = now.AddHours(3),
            endsAt = now.AddHours(5),
            languages = Languages,
            price = new { amount = 0, currency = "HUF" },
            skills = Skills,
            capacity = 20,
        });
        using var anybody = stage.Stranger();
        await Eventually.Holds(async () =>
        {
            await anybody.Open($"/{Stage.City}/discover?q={Uri.EscapeDataString(_once)}");
            return anybody.Sees(Title);
        });
    }

    private async Task A_learner_registers_takes_a_place_and_plans_it()
    {
        _learner = stage.Stranger();
        await _learner.Open($"/{Stage.City}/register");
        await _learner.Press("", ("name", "Kovács Réka"), ("email", $"reka.{_once}@example.org"), ("password", "purple-otter-sings-42"));
        await _learner.Open($"/{Stage.City}/activities/{_activity}");
        await _learner.Press("");
        Assert.Contains("/sign-ups/", _learner.Path, StringComparison.Ordinal);
        await Eventually.Holds(async () => // pathways hears of the workshop by an event
        {
            await _learner.Open($"/{Stage.City}/pathways/add?activity={_activity}");
            await _learner.Press("", ("title", "Up and away"));
            return _learner.Path.StartsWith($"/{Stage.City}/pathways/", StringComparison.Ordinal) && _learner.Sees(Title);
        });
    }

    private async Task Who_came_is_confirmed_and_her_pathway_knows()
    {
        var pathway = _learner.Path;
        var place = (await _partner.GetFromJsonAsync<JsonElement>($"/api/catalogue/activities/{_activity}/sign-ups"))
            .GetProperty("items").EnumerateArray().Single();
        _learnerId = place.GetProperty("learnerId").GetGuid();
        var confirmed = await _partner.Change($"/api/catalogue/sign-ups/{place.GetProperty("id").GetGuid()}/attendance", null, EntityTagHeaderValue.Any);
        Assert.True(confirmed.IsSuccessStatusCode, await confirmed.Content.ReadAsStringAsync());
        await Eventually.Holds(async () =>
        {
            await _learner.Open(pathway);
            return _learner.Sees("All steps done on");
        });
    }

    private async Task She_is_awarded_a_badge_and_told_of_it()
    {
        var badge = await Make("/api/badges", new
        {
            organisationId = _organisation,
            name = new { en = Badge },
            description = new { en = "Builds a bridge of ropes with others." },
            criteria = new { en = "Cross the bridge you built." },
            skills = Skills,
            level = 2,
            design = new { shape = "rays", emblem = "waves", hue = 258 },
        });
        _partner.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-{Asking}-01");
        _award = await Make($"/api/badges/{badge}/awards", new { learnerId = _learnerId, because = "Her bridge held twelve people.", activityId = _activity });
        _partner.DefaultRequestHeaders.Remove("traceparent");
        await Eventually.Holds(async () =>
        {
            await _learner.Open($"/{Stage.City}/messages");
            return _learner.Sees(Badge);
        });
    }

    private async Task A_stranger_believes_it_until_she_withdraws_her_link()
    {
        var address = $"/{Stage.City}/badges/{_award}";
        await _learner.Open(address);
        await _learner.Press("share", ("shownName", "Réka K."), ("until", ""));
        var link = Link().Match(_learner.Screen).Value;
        using var stranger = stage.Stranger();
        await stranger.Open(link);
        Assert.True(stranger.Sees("This badge is real") && stranger.Sees("Her bridge held twelve people."), stranger.Screen);

        await _learner.Press("withdraw");
        await stranger.Open(link);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    public void Dispose()
    {
        _partner?.Dispose();
        _learner?.Dispose();
    }

    private async Task<Guid> Make(string path, object body)
    {
        var made = await _partner.Create(path, body);
        Assert.True(made.StatusCode is HttpStatusCode.Created, $"{path}: {made.StatusCode} {await made.Content.ReadAsStringAsync()}");
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    [GeneratedRegex("cty_live_[A-Za-z0-9_-]+")]
    private static partial Regex Key();

    [GeneratedRegex("/s/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
