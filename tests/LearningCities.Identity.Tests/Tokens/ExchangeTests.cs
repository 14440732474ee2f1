namespace LearningCities.Identity.Tests.Tokens;

public sealed class ExchangeTests(IdentitySuite suite)
{
    [Fact]
    public async Task A_key_becomes_a_short_token_of_its_organisation()
    {
        var town = await suite.HasTown();
        var organisation = await town.HasOrganisation();
        var key = await town.HasKey(organisation, "catalogue:publish");

        var tokens = await (await suite.Exchange(key.Key!)).Issued();

        Assert.Equal(["catalogue:publish"], tokens.Scopes);
        Assert.Equal([organisation.ToString()], tokens.Read.GetPayloadValue<string[]>("organisation"));
        Assert.Equal(($"key:{key.Id}", town.Id.ToString()), (tokens.Read.Subject, tokens.Read.GetPayloadValue<string>("city")));
        Assert.Null(tokens.Refresh);
        using var manager = town.Manager();
        var used = await manager.GetFromJsonAsync<Shown>($"/api/identity/keys/{key.Id}");
        Assert.NotNull(used!.LastUsedAt);
    }

    [Fact]
    public async Task A_withdrawn_key_opens_nothing()
    {
        var town = await suite.HasTown();
        var key = await town.HasKey(await town.HasOrganisation(), "catalogue:publish");
        using var manager = town.Manager();
        await manager.PutAsync($"/api/identity/keys/{key.Id}/withdrawal", null);

        Assert.Equal("invalid_grant", await (await suite.Exchange(key.Key!)).Error());
    }

    [Fact]
    public async Task A_key_that_is_not_quite_right_opens_nothing()
    {
        var town = await suite.HasTown();
        var key = await town.HasKey(await town.HasOrganisation(), "catalogue:publish");
        string[] others =
        [
            key.Key![..^1] + (key.Key[^1] == 'A' ? 'B' : 'A'), key.Key[..^1], key.Key + "A", "cty_live_", "",
            key.Key.Replace("live", "test", StringComparison.Ordinal), $"cty_live_{Guid.CreateVersion7():n}{key.Key[41..]}",
        ];

        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await suite.Exchange(other)).StatusCode);
        }
    }

    [Fact]
    public async Task Only_the_gateway_exchanges_and_only_keys()
    {
        var town = await suite.HasTown();
        var key = await town.HasKey(await town.HasOrganisation(), "catalogue:publish");
        var tokens = await town.SignedIn(await town.HasPerson());

        var byWeb = await Exchange("web", key.Key!, "urn:learning-cities:api-key");
        var ofToken = await Exchange("gateway", tokens.Access, "urn:ietf:params:oauth:token-type:access_token");

        Assert.Equal("unauthorized_client", await byWeb.Error());
        Assert.Equal("invalid_request", await ofToken.Error());
    }

    private Task<HttpResponseMessage> Exchange(string program, string token, string type) => suite.Ask(
        ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
        ("client_id", program), ("client_secret", $"{program}-secret"),
        ("subject_token", token), ("subject_token_type", type));

    private sealed record Shown(DateTimeOffset? LastUsedAt);
}
