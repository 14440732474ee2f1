using LearningCities.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Web.Tests.Sessions;

/// <summary>Cookies as a browser is given them: where the public address is https, and where it is not.</summary>
public class CookiesTests(WebSuite plain, CookiesTests.SecureSuite secure) : IClassFixture<CookiesTests.SecureSuite>
{
    /// <summary>A suite that people reach by https; who ends TLS stands before it.</summary>
    public sealed class SecureSuite() : RunningSuite("all", settings: ["--PublicUrl=https://learning.example.org"]), IAsyncLifetime;

    [Fact]
    public async Task On_localhost_they_are_plain_and_no_script_reads_them()
    {
        var town = await Town.In(plain);
        using var browser = new Browser(plain.Address);

        await browser.SignsIn(town.ShortName, town.Admin, Town.Password);

        Assert.Equal("path=/; samesite=lax; httponly", browser.AttributesOf("form"));
        Assert.Equal("max-age=2592000; path=/; samesite=lax; httponly", browser.AttributesOf("city"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // a proxy that does not say that it ends TLS
    public async Task Under_https_no_other_host_sets_them_and_no_plain_connection_carries_them(bool told)
    {
        var (city, admin, link) = await HasCity();
        using var browser = new Browser(secure.Address, told ? "https" : null);
        await browser.Open(link);
        await browser.Sends(link, ("password", Town.Password));

        await browser.SignsIn(city, admin, Town.Password);

        Assert.Equal("path=/; secure; samesite=lax; httponly", browser.AttributesOf("__Host-form"));
        Assert.Equal("max-age=2592000; path=/; secure; samesite=lax; httponly", browser.AttributesOf("__Host-city"));
        Assert.Contains($"/{city}/me", browser.LedTo, StringComparison.Ordinal);
        Assert.Contains("Hello,", await browser.Open($"/{city}/me"), StringComparison.Ordinal);
        await browser.Open($"/{city}/?lang=hu");
        Assert.Contains("secure", browser.AttributesOf("language"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_https_a_plain_name_opens_nothing()
    {
        var (city, admin, link) = await HasCity();
        using var browser = new Browser(secure.Address, "https");
        await browser.Open(link);
        await browser.Sends(link, ("password", Town.Password));
        await browser.SignsIn(city, admin, Town.Password);
        using var other = new Browser(secure.Address, "https");

        other.Keep("city", browser.ValueOf("__Host-city"));
        await other.Open($"/{city}/me");

        Assert.Contains($"/{city}/sign-in", other.LedTo, StringComparison.Ordinal);
    }

    private async Task<(string City, string Admin, string Link)> HasCity()
    {
        var job = secure.Services.GetServices<JobOf>().Single(j => j.Name == "create-city");
        await using var scope = secure.Services.CreateAsyncScope();
        using var said = new StringWriter();
        var admin = $"admin.{Guid.CreateVersion7():n}@example.org";
        var options = new Dictionary<string, string> { ["create-city"] = $"Town {Guid.CreateVersion7():n}", ["admin"] = admin };
        await job.Make(scope.ServiceProvider).Run(options, said, CancellationToken.None);
        var link = said.ToString().Trim().Split(' ')[^1];
        Assert.StartsWith("https://learning.example.org/", link, StringComparison.Ordinal);
        await Eventually.Holds(async () => // the pages ask for new cities now and then only
        {
            using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = secure.Address };
            using var page = await visitor.GetAsync(new Uri(link).AbsolutePath);
            return page.StatusCode == HttpStatusCode.OK;
        });
        return (said.ToString().Split(' ')[1], admin, new Uri(link).AbsolutePath);
    }
}
