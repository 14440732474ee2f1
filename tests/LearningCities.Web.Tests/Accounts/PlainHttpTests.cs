namespace LearningCities.Web.Tests.Accounts;

/// <summary>Plain http at another name than the machine's own: a browser would send the password for everybody on the way to read.</summary>
public class PlainHttpTests(WebSuite suite)
{
    [Theory]
    [InlineData("sign-in")]
    [InlineData("register")]
    [InlineData("forgotten-password")]
    [InlineData("new-password/token")]
    public async Task It_says_why_nobody_can_sign_in_and_offers_no_field_for_a_password(string page)
    {
        var town = await Town.In(suite);

        var screen = WebUtility.HtmlDecode(await At("learn.example.org", $"/{town.ShortName}/{page}"));

        Assert.Contains("Nobody can sign in at this address.", screen, StringComparison.Ordinal);
        Assert.Contains("“learn.example.org” is reached by plain http.", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"email\"", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_can_be_looked_at()
    {
        var town = await Town.In(suite);

        Assert.Contains("What would you like to learn?", await At("learn.example.org", $"/{town.ShortName}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_machine_itself_one_can()
    {
        var town = await Town.In(suite);

        Assert.Contains("type=\"password\"", await At("localhost", $"/{town.ShortName}/sign-in"), StringComparison.Ordinal);
    }

    private async Task<string> At(string host, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = suite.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
