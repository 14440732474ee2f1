namespace LearningCities.Web.Tests.Accounts;

public class SignInTests(WebSuite suite)
{
    [Fact]
    public async Task Who_signs_in_is_greeted_by_name()
    {
        var town = await Town.In(suite);

        var (learner, _) = await town.Learner("Kovács Réka");

        Assert.Equal($"/{town.ShortName}/me", learner.Path);
        Assert.True(learner.Sees("Hello, Kovács Réka"));
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/messages")]
    [InlineData("/account")]
    [InlineData("/my-activities")]
    [InlineData("/pathways")]
    [InlineData("/pathways/01980000-0000-7000-8000-000000000000")]
    [InlineData("/sign-ups/01980000-0000-7000-8000-000000000000?taken=1")]
    public async Task A_page_of_ones_own_asks_who_one_is_and_then_is_shown(string page)
    {
        var town = await Town.In(suite);
        var email = await town.HasAccount();
        using var visitor = town.Stranger();

        await visitor.Open($"/{town.ShortName}{page}");
        Assert.Equal($"/{town.ShortName}/sign-in?next={Uri.EscapeDataString($"/{town.ShortName}{page}")}", visitor.Path);
        await visitor.Press("", ("email", email), ("password", Town.Password));

        Assert.Equal($"/{town.ShortName}{page}", visitor.Path);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_the_same()
    {
        var town = await Town.In(suite);
        var email = await town.HasAccount();
        using var visitor = town.Stranger();

        await visitor.SignIn(town.ShortName, email, "not-my-password-at-all");
        Assert.True(visitor.Sees("This address and this password do not belong together."));
        Assert.True(visitor.Sees($"value=\"{email}\"")); // what was typed stays
        Assert.False(visitor.Sees("not-my-password-at-all")); // and this never comes back
        Assert.Null(visitor.Cookie("city"));

        await visitor.SignIn(town.ShortName, "nobody@example.org", Town.Password);
        Assert.True(visitor.Sees("This address and this password do not belong together."));
    }

    [Theory]
    [InlineData("email", "Write your e-mail address")]
    [InlineData("password", "Write your password")]
    public async Task What_is_missing_is_said_beside_the_field(string left, string said)
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/sign-in");

        await visitor.Press("", ("email", left == "email" ? "" : "anna@example.org"), ("password", left == "password" ? "" : "x"));

        Assert.True(visitor.Sees("One thing needs your help"));
        Assert.True(visitor.Sees($"href=\"#{left}\">{said}"), said);
        Assert.True(visitor.Sees($"id=\"{left}-e\""));
        Assert.Equal(left != "email", visitor.Sees("value=\"anna@example.org\""));
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/")]
    [InlineData("//elsewhere.example.org/")]
    [InlineData("/\\elsewhere.example.org/")]
    [InlineData("/\t/elsewhere.example.org/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_elsewhere(string next)
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/sign-in?next={Uri.EscapeDataString(next)}");

        await visitor.Press("", ("email", town.Admin), ("password", Town.Password));

        Assert.Equal($"/{town.ShortName}/me", visitor.Path);
    }

    [Fact]
    public async Task Who_is_signed_in_in_another_city_is_a_visitor_here_and_is_told_what_signing_in_would_do()
    {
        var (home, away) = (await Town.In(suite), await Town.In(suite));
        var (learner, _) = await home.Learner("Kovács Réka");

        await learner.Open($"/{away.ShortName}/me");

        Assert.StartsWith($"/{away.ShortName}/sign-in?next=", learner.Path, StringComparison.Ordinal);
        Assert.True(learner.Sees("You are signed in as Kovács Réka in another city."));
        await learner.Open($"/{home.ShortName}/me");
        Assert.True(learner.Sees("Hello, Kovács Réka"));
    }

    [Fact]
    public async Task In_Hungarian()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger("hu");

        await visitor.SignIn(town.ShortName, "nobody@example.org", "nincs-ilyen-jelszo");

        Assert.True(visitor.Sees("Ez a cím és ez a jelszó nem tartozik össze."));
    }

    [Fact]
    public async Task On_plain_http_under_another_name_no_password_is_taken()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/sign-in");
        var token = Screens.Between(visitor.Screen, "name=\"form\" value=\"", "\"").Single();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{town.ShortName}/sign-in")
        {
            Headers = { Host = "learning.example.org" },
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["form"] = token, ["email"] = town.Admin, ["password"] = Town.Password,
            }),
        };
        request.Headers.Add("Cookie", $"form={visitor.Cookie("form")}"); // a cookie jar would not send it to another name

        using var answer = await visitor.Ask(request);

        Assert.Contains("Nobody can sign in at this address.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], cookie => cookie.StartsWith("city=", StringComparison.Ordinal));
    }
}
