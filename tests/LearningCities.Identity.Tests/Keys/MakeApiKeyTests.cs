using System.Text.Json;

namespace LearningCities.Identity.Tests.Keys;

public sealed class MakeApiKeyTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_key_is_shown_once()
    {
        var town = await suite.HasTown();
        var organisation = await town.HasOrganisation();
        using var manager = town.Manager();

        var first = await Make(manager, organisation, "form-1");
        var again = await Make(manager, organisation, "form-1");

        var key = (await first.Content.ReadFromJsonAsync<ApiKey>())!;
        Assert.Matches("^cty_live_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$", key.Key);
        Assert.Equal(key with { Key = null }, await again.Content.ReadFromJsonAsync<ApiKey>());
        Assert.DoesNotContain("cty_live", await manager.GetStringAsync(first.Headers.Location), StringComparison.Ordinal);
        var list = await manager.GetFromJsonAsync<JsonElement>($"/api/identity/organisations/{organisation}/keys");
        Assert.Equal([key.Id], list.GetProperty("items").EnumerateArray().Select(k => k.GetProperty("id").GetGuid()));
    }

    [Theory]
    [InlineData("identity:manage", 30, "scope-unknown")]
    [InlineData("badges:award", 366, "request-invalid")]
    public async Task A_key_that_could_do_too_much_is_refused(string scope, int days, string code)
    {
        var town = await suite.HasTown();
        using var manager = town.Manager();

        await (await manager.Create(
            $"/api/identity/organisations/{await town.HasOrganisation()}/keys", new { name = "x", scopes = new[] { scope }, days }))
            .Refused(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Another_citys_keys_are_not_there()
    {
        var town = await suite.HasTown();
        var organisation = await town.HasOrganisation();
        var key = await town.HasKey(organisation, "badges:award");
        using var stranger = (await suite.HasTown()).Manager();

        await (await Make(stranger, organisation, "1")).Refused(HttpStatusCode.NotFound, "not-found");
        await (await stranger.GetAsync($"/api/identity/keys/{key.Id}")).Refused(HttpStatusCode.NotFound, "not-found");
        await (await stranger.GetAsync($"/api/identity/organisations/{organisation}/keys")).Refused(HttpStatusCode.NotFound, "not-found");
        await (await stranger.PutAsync($"/api/identity/keys/{key.Id}/withdrawal", null)).Refused(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(HttpStatusCode.OK, (await suite.Exchange(key.Key!)).StatusCode);
    }

    [Fact]
    public async Task Only_administrators_make_keys()
    {
        var town = await suite.HasTown();
        using var staff = town.City.Client("catalogue:publish");

        await (await Make(staff, await town.HasOrganisation(), "1")).Refused(HttpStatusCode.Forbidden, "not-allowed");
    }

    private static Task<HttpResponseMessage> Make(HttpClient client, Guid organisation, string key) => client.Create(
        $"/api/identity/organisations/{organisation}/keys", new { name = "School", scopes = new List<string> { "badges:award" } }, key);
}
