namespace LearningCities.Gateway.Tests;

public class SecurityHeadersTests(GatewaySuite suite)
{
    [Theory]
    [InlineData("/", "script-src 'none'")]
    [InlineData("/nobody-knows-this", "frame-ancestors 'none'")]
    [InlineData("/api/identity/cities", "default-src 'none'")]
    [InlineData("/api/identity/me", "default-src 'none'")] // a refusal is an answer, too
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path, string policy)
    {
        using var visitor = suite.From(suite.NewAddress());

        using var answer = await visitor.GetAsync(path);

        Assert.Contains(policy, answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security")); // it came by plain http
    }

    [Fact]
    public async Task Who_came_by_https_is_told_to_come_so_again()
    {
        using var visitor = suite.From(suite.NewAddress());
        visitor.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await visitor.GetAsync("/api/identity/cities");

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }
}
