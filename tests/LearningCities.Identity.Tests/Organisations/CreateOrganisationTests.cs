using System.Text.Json;
using LearningCities.Contracts.Identity;

namespace LearningCities.Identity.Tests.Organisations;

public sealed class CreateOrganisationTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_new_organisation_is_announced_and_anyone_reads_it()
    {
        var town = await suite.HasTown();

        var id = await town.HasOrganisation("Somogyi-könyvtár");

        var heard = await suite.EventsOf<OrganisationChanged>().First(e => e.OrganisationId == id);
        Assert.Equal((town.Id, "Somogyi-könyvtár", "belvaros", 1), (heard.City, heard.Name["hu"], heard.District, heard.Version));
        using var visitor = town.City.Anonymous();
        foreach (var city in new[] { town.Id.ToString(), town.ShortName })
        {
            await Eventually.Holds(async () =>
                (await visitor.GetAsync($"/api/identity/organisations/{id}?city={city}")).StatusCode is HttpStatusCode.OK);
        }

        var page = await visitor.GetFromJsonAsync<JsonElement>($"/api/identity/organisations?city={town.Id}");
        Assert.Equal([id], page.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task In_another_city_it_is_not_there()
    {
        var id = await (await suite.HasTown()).HasOrganisation();
        var other = await suite.HasTown();
        using var visitor = other.City.Anonymous();

        var address = $"/api/identity/organisations/{id}";
        await (await visitor.GetAsync($"{address}?city={other.Id}")).Refused(HttpStatusCode.NotFound, "not-found");
        await (await visitor.GetAsync($"{address}?city=atlantis")).Refused(HttpStatusCode.NotFound, "city-unknown");
        await (await visitor.GetAsync(address)).Refused(HttpStatusCode.BadRequest, "city-missing");
    }

    [Theory]
    [InlineData("""{ "name": {} }""", "name-missing")]
    [InlineData("""{ "name": { "hu": " " } }""", "name-missing")]
    [InlineData("""{ "name": "Ház" }""", "request-malformed")]
    [InlineData("""{ "name": { "hu": "Ház" }, "website": "our site" }""", "request-invalid")]
    public async Task What_cannot_be_is_refused(string body, string code)
    {
        using var manager = (await suite.HasTown()).Manager();

        await (await manager.Create("/api/identity/organisations", JsonSerializer.Deserialize<JsonElement>(body)))
            .Refused(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Only_administrators_enter_organisations()
    {
        var town = await suite.HasTown();
        using var staff = town.City.Client("identity:people");
        using var visitor = town.City.Anonymous();
        var body = new { name = new { hu = "Ház" } };

        await (await staff.Create("/api/identity/organisations", body)).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await (await visitor.Create("/api/identity/organisations", body)).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
    }
}
