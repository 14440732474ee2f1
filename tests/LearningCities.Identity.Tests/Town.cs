using System.Text.Json;
using LearningCities.Contracts;

namespace LearningCities.Identity.Tests;

/// <summary>A city of a test's own, and what happens in it: all over HTTP, as it would in life.</summary>
public sealed class Town(RunningIdentity suite, City city, string shortName, string admin, string said)
{
    public const string GoodPassword = "purple-otter-sings-42";

    public RunningIdentity Suite => suite;

    public City City => city;

    public Guid Id => city.Id;

    public string ShortName => shortName;

    public string Admin => admin;

    /// <summary>What the job printed.</summary>
    public string Said => said;

    public HttpClient Web() => city.Client("identity:register");

    public HttpClient Manager() => city.Client("identity:manage");

    public HttpClient Letters() => city.Client("identity:contact");

    public static string AnAddress() => $"anna.{Guid.CreateVersion7():n}@example.org";

    public async Task<Someone> HasPerson(string name = "Kovács Anna", string? email = null, string password = GoodPassword)
    {
        using var web = Web();
        email ??= AnAddress();
        var response = await web.Create("/api/identity/people", new { name, email, password, language = "hu" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Someone>())!;
    }

    public async Task<Guid> HasOrganisation(string name = "Ifjúsági Ház")
    {
        using var manager = Manager();
        var response = await manager.Create(
            "/api/identity/organisations", new { name = new LocalizedText("hu", name), district = "belvaros" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public async Task<HttpResponseMessage> AddsMember(Guid organisation, string email)
    {
        using var manager = Manager();
        return await manager.Create($"/api/identity/organisations/{organisation}/members", new { email });
    }

    public async Task<ApiKey> HasKey(Guid organisation, params string[] scopes)
    {
        using var manager = Manager();
        var response = await manager.Create($"/api/identity/organisations/{organisation}/keys", new { name = "School system", scopes });
        return (await response.Content.ReadFromJsonAsync<ApiKey>())!;
    }

    /// <summary>Asks for a new password and reads the letter, as Notifications does.</summary>
    public async Task<string> HasResetToken(Someone person)
    {
        using var web = Web();
        await web.PostAsJsonAsync("/api/identity/password-resets", new { email = person.Email });
        var asked = await suite.EventsOf<Contracts.Identity.PasswordResetRequested>().First(e => e.PersonId == person.Id);
        using var letters = Letters();
        var letter = await letters.GetFromJsonAsync<Letter>($"/api/identity/password-resets/{asked.RequestId}/letter");
        return letter!.Link.Split('/')[^1];
    }

    public async Task<HttpResponseMessage> Chooses(string token, string password)
    {
        using var web = Web();
        return await web.PutAsJsonAsync($"/api/identity/password-resets/{token}", new { password });
    }

    public Task<HttpResponseMessage> SignIn(string email, string password = GoodPassword) => suite.Ask(
        ("grant_type", "urn:learning-cities:password"), ("client_id", "web"), ("client_secret", "web-secret"),
        ("username", email), ("password", password));

    public async Task<Issued> SignedIn(Someone person) => await (await SignIn(person.Email)).Issued();
}

public sealed record Someone(Guid Id, string Name, string Email, string Language, long Version);

public sealed record ApiKey(Guid Id, string? Key);

public sealed record Letter(string Email, string Name, string Language, string Link);

public sealed record Myself(
    Guid Id, string Name, string Email, string Language, Guid City, string[] Roles, OfMine[] Organisations, long Version);

public sealed record OfMine(Guid Id, LocalizedText Name);
