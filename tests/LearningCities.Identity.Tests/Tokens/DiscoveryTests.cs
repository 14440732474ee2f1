using System.Text.Json;

namespace LearningCities.Identity.Tests.Tokens;

public sealed class DiscoveryTests(IdentitySuite suite)
{
    [Fact]
    public async Task The_issuer_says_who_it_is_and_where_its_keys_are()
    {
        using var visitor = suite.NewCity().Anonymous();

        var document = await visitor.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");

        Assert.Equal("http://localhost:5000/", document.GetProperty("issuer").GetString());
        Assert.EndsWith("/.well-known/jwks", document.GetProperty("jwks_uri").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/api/identity/token", document.GetProperty("token_endpoint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_key_has_no_private_part()
    {
        using var visitor = suite.NewCity().Anonymous();

        var key = (await visitor.GetFromJsonAsync<JsonElement>("/.well-known/jwks")).GetProperty("keys")[0];

        Assert.Equal(("EC", "P-256", "sig"), (Text("kty"), Text("crv"), Text("use")));
        Assert.False(key.TryGetProperty("d", out _));
        string? Text(string member) => key.GetProperty(member).GetString();
    }
}
