namespace LearningCities.Identity.Tests.People;

public sealed class RegisterTests(IdentitySuite suite)
{
    [Fact]
    public async Task Who_registers_can_sign_in()
    {
        var town = await suite.HasTown();
        var person = await town.HasPerson("Nagy Ágnes");

        using var client = suite.With((await town.SignedIn(person)).Access);
        var me = await client.GetFromJsonAsync<Myself>("/api/identity/me");

        Assert.Equal((person.Id, "Nagy Ágnes", town.Id), (me!.Id, me.Name, me.City));
        Assert.Equal(["learner"], me.Roles);
    }

    [Fact]
    public async Task An_address_is_one_persons_on_the_whole_installation()
    {
        var person = await (await suite.HasTown()).HasPerson();

        var other = await Register(await suite.HasTown(), person.Email.ToUpperInvariant());

        await other.Refused(HttpStatusCode.Conflict, "email-taken");
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("Jelszójelszó!!")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("LearningCities2026")]
    public async Task A_password_that_is_tried_first_is_refused(string password) =>
        await (await Register(await suite.HasTown(), password: password)).Refused(HttpStatusCode.Conflict, "password-too-common");

    [Theory]
    [InlineData("anna", Town.GoodPassword, "Anna", "hu")]
    [InlineData(null, "short", "Anna", "hu")]
    [InlineData(null, Town.GoodPassword, "", "hu")]
    [InlineData(null, Town.GoodPassword, "Anna", "Hungarian")]
    public async Task What_cannot_be_is_refused(string? email, string password, string name, string language)
    {
        using var web = (await suite.HasTown()).Web();

        var response = await web.Create("/api/identity/people", new { name, email = email ?? Town.AnAddress(), password, language });

        await response.Refused(HttpStatusCode.BadRequest, "request-invalid");
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer()
    {
        var town = await suite.HasTown();
        using var web = town.Web();
        var body = new { name = "Anna", email = Town.AnAddress(), password = Town.GoodPassword, language = "hu" };

        var first = await web.Create("/api/identity/people", body, key: "form-1");
        var again = await web.Create("/api/identity/people", body, key: "form-1");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Only_Web_registers_people()
    {
        var town = await suite.HasTown();
        using var manager = town.Manager();
        using var visitor = town.City.Anonymous();

        await (await Register(town, client: manager)).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await Register(town, client: visitor)).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private static async Task<HttpResponseMessage> Register(
        Town town, string? email = null, string password = Town.GoodPassword, HttpClient? client = null)
    {
        using var web = town.Web();
        return await (client ?? web).Create(
            "/api/identity/people", new { name = "Anna", email = email ?? Town.AnAddress(), password, language = "hu" });
    }
}
