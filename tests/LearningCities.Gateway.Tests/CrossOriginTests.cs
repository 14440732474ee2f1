namespace LearningCities.Gateway.Tests;

public class CrossOriginTests(GatewaySuite suite)
{
    [Theory]
    [InlineData("/api/identity/cities", true)]
    [InlineData("/api/identity/organisations?city=nowhere", true)]
    [InlineData("/api/badges/keys", true)]
    [InlineData("/api/identity/me", false)]
    [InlineData("/api/pathways/pathways", false)]
    [InlineData("/api/badgesandmore", false)]
    public async Task Other_sites_read_what_is_public_and_nothing_else(string path, bool mayRead)
    {
        using var site = suite.From(suite.NewAddress());
        site.DefaultRequestHeaders.Add("Origin", "https://school.example");

        using var answer = await site.GetAsync(path);

        Assert.Equal(mayRead ? ["*"] : [], Values(answer, "Access-Control-Allow-Origin"));
        Assert.Equal([mayRead ? "cross-origin" : "same-origin"], Values(answer, "Cross-Origin-Resource-Policy"));
        Assert.Empty(Values(answer, "Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", false)]
    [InlineData("DELETE", false)]
    public async Task They_ask_first_and_may_only_read(string method, bool may)
    {
        using var site = suite.From(suite.NewAddress());
        using var asks = new HttpRequestMessage(HttpMethod.Options, "/api/catalogue/activities");
        asks.Headers.Add("Origin", "https://school.example");
        asks.Headers.Add("Access-Control-Request-Method", method);

        using var answer = await site.SendAsync(asks);

        Assert.Equal(may ? ["GET, HEAD"] : [], Values(answer, "Access-Control-Allow-Methods"));
        Assert.Equal(may, answer.StatusCode == HttpStatusCode.NoContent);
    }

    private static IEnumerable<string> Values(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? values : [];
}
