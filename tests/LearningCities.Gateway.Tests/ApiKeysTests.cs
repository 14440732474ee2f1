using System.Globalization;
using System.Text.Json;
using LearningCities.Contracts;

namespace LearningCities.Gateway.Tests;

public class ApiKeysTests(GatewaySuite suite)
{
    [Theory]
    [InlineData("X-Api-Key", "{0}")]
    [InlineData("Authorization", "Bearer {0}")]
    public async Task A_partners_program_calls_with_its_key_alone(string header, string value)
    {
        var (city, _) = await suite.HasCity();
        var (organisation, key) = await HasKey(city);
        using var program = With(header, string.Format(CultureInfo.InvariantCulture, value, key));

        using var answer = await program.GetAsync($"/api/catalogue/activities/mine?organisation={organisation}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("\"caller\"", answer.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cty_live_00000000000000000000000000000000_nobodys")]
    [InlineData("our-password")]
    [InlineData("cty_")]
    public async Task A_key_that_nobody_gave_out_is_refused(string key)
    {
        using var program = With("X-Api-Key", key);

        using var answer = await program.GetAsync("/api/identity/cities");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("api-key-unknown", await answer.ProblemCode());
    }

    [Fact]
    public async Task A_key_as_long_as_a_book_is_refused_unread()
    {
        using var program = With("X-Api-Key", "cty_" + new string('x', 5000));

        using var answer = await program.GetAsync("/api/identity/cities");

        Assert.Equal("api-key-unknown", await answer.ProblemCode());
    }

    private HttpClient With(string header, string value)
    {
        var program = suite.From(suite.NewAddress());
        program.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        return program;
    }

    private static async Task<(Guid Organisation, string Key)> HasKey(City city)
    {
        using var manager = city.Client("identity:manage");
        using var made = await manager.Create(
            "/api/identity/organisations", new { name = new LocalizedText("hu", "Ifjúsági Ház"), district = "belvaros" });
        var organisation = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var given = await manager.Create(
            $"/api/identity/organisations/{organisation}/keys",
            new { name = "School system", scopes = new List<string> { "catalogue:publish" } });
        return (organisation, (await given.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
    }
}
