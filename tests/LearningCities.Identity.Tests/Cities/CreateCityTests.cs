using LearningCities.Contracts.Identity;

namespace LearningCities.Identity.Tests.Cities;

public sealed class CreateCityTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_new_city_is_announced_and_its_administrator_chooses_a_password_and_signs_in()
    {
        var town = await suite.HasTown(("language", "hu"), ("time-zone", "Europe/Budapest"), ("currency", "HUF"));
        var heard = await suite.EventsOf<CityChanged>().First(e => e.City == town.Id);
        Assert.Equal((town.ShortName, "Europe/Budapest", 1), (heard.ShortName, heard.TimeZone, heard.Version));

        var link = new Uri(town.Said.Split('\n')[1].Split(' ')[^1]);
        Assert.Equal($"/{town.ShortName}/new-password/", string.Concat(link.Segments[..3]));
        var chosen = await town.Chooses(link.Segments[3], Town.GoodPassword);

        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var tokens = await (await town.SignIn(town.Admin)).Issued();
        using var client = suite.With(tokens.Access);
        var me = await client.GetFromJsonAsync<Myself>("/api/identity/me");
        Assert.Equal(["learner", "officer", "administrator", "operator"], me!.Roles);
        Assert.Superset(new HashSet<string> { "identity:manage", "operate", "insight:read" }, tokens.Scopes.ToHashSet());
    }

    [Fact]
    public async Task Repeated_it_makes_nothing_twice_and_a_new_link()
    {
        var town = await suite.HasTown();

        var (code, said) = await Again(town);

        Assert.Equal(0, code);
        Assert.StartsWith($"City: {town.ShortName} {town.Id}\n", said, StringComparison.Ordinal);
        Assert.NotEqual(town.Said, said);
        Assert.Equal(HttpStatusCode.OK, (await town.Chooses(said.Trim().Split('/')[^1], Town.GoodPassword)).StatusCode);
        Assert.Contains("has a password", (await Again(town)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accented_name_is_folded_for_addresses()
    {
        var sign = Guid.CreateVersion7().ToString("n");

        var (_, said) = await suite.Run(
            "create-city", ("create-city", $"Hódmező-vásárhely {sign}"), ("admin", $"admin@{sign}.example"));

        Assert.StartsWith($"City: hodmezo-vasarhely-{sign} ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "anna@example.org", "Europe/Budapest", "what the city is called")]
    [InlineData("Szeged", "anna", "Europe/Budapest", "who is its administrator")]
    [InlineData("Szeged", "anna@example.org", "Szeged/Time", "no time zone")]
    public async Task What_is_missing_or_wrong_is_said(string name, string admin, string zone, string sentence)
    {
        var (code, said) = await suite.Run("create-city", ("create-city", name), ("admin", admin), ("time-zone", zone));

        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_city_cannot_be_its_administrator()
    {
        var elsewhere = await (await suite.HasTown()).HasPerson();

        var (code, said) = await suite.Run(
            "create-city", ("create-city", $"New {Guid.CreateVersion7():n}"), ("admin", elsewhere.Email));

        Assert.Equal(1, code);
        Assert.Contains("another city", said, StringComparison.Ordinal);
    }

    private Task<(int Code, string Said)> Again(Town town) =>
        suite.Run("create-city", ("create-city", town.ShortName), ("admin", town.Admin));
}
