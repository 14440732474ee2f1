using System.Text.Json;
using LearningCities.Contracts.Identity;

namespace LearningCities.Identity.Tests.Cities;

public sealed class ChangeCityTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_changed_city_is_announced()
    {
        var town = await suite.HasTown();

        var response = await Change(town, town.Id);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (response.StatusCode, response.Headers.ETag?.Tag));
        var city = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((258, "HUF"), (city.GetProperty("hue").GetInt32(), city.GetProperty("currency").GetString()));
        var heard = await suite.EventsOf<CityChanged>().First(e => e.City == town.Id && e.Version == 2);
        Assert.Equal("Szeged", heard.Name["hu"]);
    }

    [Fact]
    public async Task Another_city_is_not_there_to_change() =>
        await (await Change(await suite.HasTown(), (await suite.HasTown()).Id)).Refused(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Who_has_seen_an_older_version_is_refused()
    {
        var town = await suite.HasTown();
        await Change(town, town.Id);

        await (await Change(town, town.Id)).Refused(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    [Fact]
    public async Task Only_administrators_change_it()
    {
        var town = await suite.HasTown();
        using var learner = town.City.Client("identity:self");
        using var visitor = town.City.Anonymous();

        await (await Change(town, town.Id, learner)).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await Change(town, town.Id, visitor)).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("hue", "361", "request-invalid")]
    [InlineData("currency", "\"forint\"", "request-invalid")]
    [InlineData("languages", "[\"magyar\"]", "language-unknown")]
    [InlineData("timeZone", "\"Europe/Szeged\"", "time-zone-unknown")]
    [InlineData("name", "{}", "name-missing")]
    [InlineData("latitude", "\"north\"", "request-malformed")]
    public async Task A_city_that_cannot_be_is_refused(string member, string value, string code)
    {
        var town = await suite.HasTown();
        var body = JsonSerializer.SerializeToNode(Body)!;
        body[member] = System.Text.Json.Nodes.JsonNode.Parse(value);
        using var manager = town.Manager();

        await (await manager.Change($"/api/identity/cities/{town.Id}", body, new("\"1\""))).Refused(HttpStatusCode.BadRequest, code);
    }

    private static object Body => new
    {
        name = new { hu = "Szeged", en = "Szeged" },
        latitude = 46.25,
        longitude = 20.15,
        hue = 258,
        accentHue = 86,
        phone = "+36 62 000 000",
        currency = "HUF",
        languages = new[] { "hu", "en" },
    };

    private static async Task<HttpResponseMessage> Change(Town town, Guid id, HttpClient? client = null)
    {
        using var manager = town.Manager();
        return await (client ?? manager).Change($"/api/identity/cities/{id}", Body, new("\"1\""));
    }
}
