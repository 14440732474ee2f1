using System.Text.Json;
using System.Text.RegularExpressions;
using LearningCities.Contracts;
using LearningCities.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Web.Tests;

/// <summary>A city of a test's own, with everybody who signs in there.</summary>
public sealed partial class Town
{
    public const string Password = "purple-otter-sings-42";

    private readonly Testing.City _city;

    // Where people find the pages.
    private readonly Uri _pages;

    private Town(Uri pages, Testing.City city, string shortName) => (_pages, _city, ShortName) = (pages, city, shortName);

    public string ShortName { get; }

    public Guid Id => _city.Id;

    /// <summary>Who made it: its administrator's e-mail address.</summary>
    public string Admin { get; private init; } = "";

    /// <summary>Made as an operator makes it; the administrator chooses a password by the letter's link.</summary>
    /// <param name="pages">Where they are, if not in this process.</param>
    public static async Task<Town> In(RunningSuite suite, string name = "Town", string language = "en", Uri? pages = null)
    {
        var admin = $"admin.{Guid.CreateVersion7():n}@example.org";
        var job = suite.Services.GetServices<JobOf>().Single(j => j.Name == "create-city");
        await using var scope = suite.Services.CreateAsyncScope();
        using var said = new StringWriter();
        var options = new Dictionary<string, string>
        {
            ["create-city"] = $"{name} {Guid.CreateVersion7():n}",
            ["admin"] = admin,
            ["language"] = language,
        };
        await job.Make(scope.ServiceProvider).Run(options, said, CancellationToken.None);

        var first = said.ToString().Split('\n')[0].Split(' ');
        var town = new Town(pages ?? suite.Address, new Testing.City(suite, Guid.Parse(first[2])), first[1]) { Admin = admin };
        using var web = town._city.Client("identity:register");
        var token = Link().Match(said.ToString()).Groups[1].Value;
        (await web.PutAsJsonAsync($"/api/identity/password-resets/{token}", new { password = Password })).EnsureSuccessStatusCode();
        await Eventually.Holds(async () => // the pages ask for new cities now and then only
        {
            using var stranger = town.Stranger();
            await stranger.Open($"/{town.ShortName}/sign-in");
            return stranger.Status == HttpStatusCode.OK;
        });
        return town;
    }

    /// <summary>Anybody, not signed in.</summary>
    public Visitor Stranger(string language = "en") => new(_pages, language);

    public async Task<Visitor> Administrator() => await SignedIn(Admin);

    /// <summary>With what she signs in, by the password of all of them.</summary>
    public async Task<string> HasAccount(string name = "Kovács Réka") => (await HasPerson(name)).Email;

    public async Task<(Visitor Visitor, Guid Id)> Learner(string name = "Kovács Réka", string language = "en")
    {
        var (email, id) = await HasPerson(name);
        return (await SignedIn(email, language), id);
    }

    /// <summary>Somebody who works for an organisation of hers.</summary>
    public async Task<(Visitor Visitor, Guid Organisation)> Staff(string organisation = "Szeged Youth House")
    {
        using var manager = _city.Client("identity:manage");
        var made = await manager.Create(
            "/api/identity/organisations", new { name = new LocalizedText("en", organisation), district = "" });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var (email, _) = await HasPerson("Szabó Nóra");
        (await manager.Create($"/api/identity/organisations/{id}/members", new { email })).EnsureSuccessStatusCode();
        return (await SignedIn(email), id);
    }

    public async Task<Visitor> Officer()
    {
        using var manager = _city.Client("identity:manage");
        var (email, _) = await HasPerson("Horváth Katalin");
        (await manager.PostAsJsonAsync("/api/identity/officers", new { email })).EnsureSuccessStatusCode();
        return await SignedIn(email);
    }

    /// <summary>What a module of the suite is asked in an organisation's name, to arrange what a test begins with.</summary>
    public HttpClient Program(Guid organisation, params string[] scopes) =>
        _city.ClientOf(Guid.CreateVersion7(), [organisation], scopes);

    /// <summary>The same in the city's own name.</summary>
    public HttpClient Program(params string[] scopes) => _city.Client(scopes);

    /// <summary>The same in a person's own name.</summary>
    public HttpClient Person(Guid person, params string[] scopes) => _city.ClientOf(person, scopes);

    private async Task<(string Email, Guid Id)> HasPerson(string name)
    {
        using var web = _city.Client("identity:register");
        var email = $"p.{Guid.CreateVersion7():n}@example.org";
        var made = await web.Create("/api/identity/people", new { name, email, password = Password, language = "en" });
        return (email, (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
    }

    private async Task<Visitor> SignedIn(string email, string language = "en")
    {
        var visitor = Stranger(language);
        await visitor.SignIn(ShortName, email, Password);
        return visitor;
    }

    [GeneratedRegex(@"/([^/\s]+)\s*$", RegexOptions.Multiline | RegexOptions.RightToLeft)]
    private static partial Regex Link();
}
