using System.Text.Json;
using LearningCities.Contracts.Identity;

namespace LearningCities.Web.Tests.Accounts;

public class NewPasswordTests(WebSuite suite)
{
    private const string Other = "green-heron-dances-77";

    [Fact]
    public async Task Who_forgot_the_password_chooses_another_by_the_letters_link_once()
    {
        var town = await Town.In(suite);
        var email = await town.HasAccount();
        using var visitor = town.Stranger();
        var link = await Letter(town, visitor, email);

        await visitor.Open(link);
        await visitor.Press("", ("password", Other));

        Assert.Equal($"/{town.ShortName}/sign-in?password=new", visitor.Path);
        Assert.True(visitor.Sees("Your new password works."));
        await visitor.SignIn(town.ShortName, email, Town.Password);
        Assert.True(visitor.Sees("do not belong together"));
        await visitor.SignIn(town.ShortName, email, Other);
        Assert.Equal($"/{town.ShortName}/me", visitor.Path);

        await visitor.Open(link);
        await visitor.Press("", ("password", "once-more-please-99"));
        Assert.True(visitor.Sees("This link works no more."));
    }

    [Fact]
    public async Task Who_asks_in_another_city_is_sent_the_letter_all_the_same()
    {
        var (home, away) = (await Town.In(suite), await Town.In(suite));
        var email = await home.HasAccount();
        using var visitor = away.Stranger();
        await visitor.Open($"/{away.ShortName}/forgotten-password");

        await visitor.Press("", ("email", email));

        Assert.True(visitor.Sees("Look into your e-mails"));
        await suite.EventsOf<PasswordResetRequested>().First(asked => asked.City == home.Id);
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_told_the_same()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/forgotten-password");

        await visitor.Press("", ("email", "nobody@example.org"));

        Assert.True(visitor.Sees("Look into your e-mails"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    public async Task An_address_that_is_none_is_asked_for_again_and_stays(string typed)
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/forgotten-password");

        await visitor.Press("", ("email", typed));

        Assert.True(visitor.Sees("href=\"#email\">Write your e-mail address"));
        Assert.True(visitor.Sees($"value=\"{typed}\""));
    }

    [Theory]
    [InlineData("too-short", "Írj egy legalább 12 karakteres jelszót")]
    [InlineData("passwordpassword", "Ezt a jelszót sokan használják")]
    public async Task A_password_that_is_easy_to_guess_is_not_taken_and_the_link_still_works(string typed, string said)
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger("hu");
        var link = await Letter(town, visitor, await town.HasAccount());
        await visitor.Open(link);

        await visitor.Press("", ("password", typed));
        Assert.True(visitor.Sees($"href=\"#password\">{said}"), said);

        await visitor.Press("", ("password", Other));
        Assert.True(visitor.Sees("Az új jelszavad már él."));
    }

    [Fact]
    public async Task A_link_that_nobody_sent_works_no_more()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/new-password/guessed");

        await visitor.Press("", ("password", Other));

        Assert.True(visitor.Sees("This link works no more."));
    }

    [Fact]
    public async Task A_links_secret_is_told_to_no_other_page_and_kept_by_nobody_on_the_way()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();

        await visitor.Open($"/{town.ShortName}/new-password/secret");

        Assert.True(visitor.Sees("<meta name=\"referrer\" content=\"no-referrer\">"));
        Assert.True(visitor.Headers!.CacheControl is { NoStore: true } or { NoCache: true, Private: true });
    }

    /// <summary>Asks for a new password, and opens the letter: its link.</summary>
    private async Task<string> Letter(Town town, Visitor visitor, string email)
    {
        await visitor.Open($"/{town.ShortName}/forgotten-password");
        await visitor.Press("", ("email", email));
        var asked = await suite.EventsOf<PasswordResetRequested>().First(one => one.City == town.Id);
        using var writer = town.Program("identity:contact");
        var letter = await writer.GetFromJsonAsync<JsonElement>($"/api/identity/password-resets/{asked.RequestId}/letter");
        Assert.Equal(email, letter.GetProperty("email").GetString());
        return new Uri(letter.GetProperty("link").GetString()!).AbsolutePath;
    }
}
