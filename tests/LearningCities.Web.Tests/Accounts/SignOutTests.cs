namespace LearningCities.Web.Tests.Accounts;

public class SignOutTests(WebSuite suite)
{
    [Fact]
    public async Task Who_signs_out_is_a_visitor_again_at_once_whoever_kept_the_cookie()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        using var copy = town.Stranger();
        copy.Keep("city", learner.Cookie("city")!);
        await copy.Open($"/{town.ShortName}/me");
        Assert.True(copy.Sees("Hello, Kovács Réka"));

        await learner.Open($"/{town.ShortName}/sign-out");
        await learner.Press("");

        Assert.StartsWith($"/{town.ShortName}", learner.Path, StringComparison.Ordinal);
        Assert.Null(learner.Cookie("city"));
        Assert.True(learner.Sees("Sign in"));
        await copy.Open($"/{town.ShortName}/me");
        Assert.StartsWith($"/{town.ShortName}/sign-in", copy.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_page_signs_nobody_out()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner("Kovács Réka", "hu");

        await learner.Open($"/{town.ShortName}/sign-out");
        Assert.True(learner.Sees("A helyeid, a lépéseid és a jelvényeid megmaradnak."));
        await learner.Open($"/{town.ShortName}/me");

        Assert.True(learner.Sees("Szia, Kovács Réka"));
    }

    [Fact]
    public async Task Another_site_signs_nobody_out()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        await learner.Open($"/{town.ShortName}/sign-out");
        using var forged = new HttpRequestMessage(HttpMethod.Post, $"/{town.ShortName}/sign-out")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("form", Screens.Between(learner.Screen, "name=\"form\" value=\"", "\"").Single())]),
        };
        forged.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await learner.Ask(forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await learner.Open($"/{town.ShortName}/me");
        Assert.True(learner.Sees("Hello, Kovács Réka"));
    }

    [Fact]
    public async Task Nor_does_a_form_without_its_token()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();
        using var forged = new HttpRequestMessage(HttpMethod.Post, $"/{town.ShortName}/sign-out") { Content = new FormUrlEncodedContent([]) };

        using var answer = await learner.Ask(forged);

        Assert.Contains("Nothing is lost", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await learner.Open($"/{town.ShortName}/me");
        Assert.True(learner.Sees("Hello, Kovács Réka"));
    }
}
