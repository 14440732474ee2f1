using System.Globalization;

namespace LearningCities.Gateway.Tests;

public class VisitorsTests(GatewaySuite suite)
{
    private const string Cities = "/api/identity/cities";

    [Theory]
    [InlineData("{0}")]
    [InlineData("203.0.113.9, {0}")] // what she wrote herself, before the proxy wrote what it saw
    [InlineData("{0}, 10.1.2.3")] // by way of another proxy that is trusted
    public async Task The_address_is_what_the_nearest_trusted_proxy_says(string chain)
    {
        var address = suite.NewAddress();
        using var visitor = suite.From(string.Format(CultureInfo.InvariantCulture, chain, address));
        using var same = suite.From(address);

        for (var call = 0; call < 3; call++)
        {
            using var answer = await visitor.GetAsync(Cities);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await same.GetAsync(Cities);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task What_a_stranger_says_of_others_is_not_believed()
    {
        var stranger = suite.NewAddress();
        for (var call = 0; call < 3; call++)
        {
            using var liar = suite.From($"203.0.113.{call + 20}, {stranger}");
            using var answer = await liar.GetAsync(Cities);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var again = suite.From($"203.0.113.50, {stranger}");
        using var refused = await again.GetAsync(Cities);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_requests_id_comes_back_and_one_that_could_harm_a_log_is_replaced()
    {
        using var visitor = suite.From(suite.NewAddress());
        visitor.DefaultRequestHeaders.Add("X-Request-Id", "from-our-portal_17");
        using var other = suite.From(suite.NewAddress());
        other.DefaultRequestHeaders.Add("X-Request-Id", "one two;three");

        using var kept = await visitor.GetAsync(Cities);
        using var replaced = await other.GetAsync(Cities);

        Assert.Equal("from-our-portal_17", kept.Headers.GetValues("X-Request-Id").Single());
        Assert.Matches("^[A-Za-z0-9:_-]+$", replaced.Headers.GetValues("X-Request-Id").Single());
    }
}
