using System.Net.Http.Headers;
using LearningCities.Web.Tests.Discovering;

namespace LearningCities.Web.Tests;

/// <summary>What holds for every page that anybody may look at.</summary>
public class VisitTests(Fair fair, WebSuite suite) : IClassFixture<Fair>
{
    public static TheoryData<string> Public => ["", "/discover", "/discover?q=bicycle&near=riverside", "/accessibility", "/your-data"];

    /// <summary>Where one types what one looks for.</summary>
    private static bool Suggests(string page) => page.Length == 0 || page.StartsWith("/discover", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Public))]
    public async Task Looking_around_leaves_nothing_in_the_browser_and_may_be_kept_by_it(string page)
    {
        using var visitor = fair.Town.Stranger();

        await visitor.Open($"/{fair.Town.ShortName}{page}");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.False(visitor.Headers!.Contains("Set-Cookie"));
        Assert.False(visitor.Headers.CacheControl!.NoStore);
        Assert.Contains("Accept-Language", visitor.Headers.Vary);
        Assert.Contains("Cookie", visitor.Headers.Vary);
        Assert.Equal(Suggests(page) ? 1 : 0, visitor.Screen.Split("<script", StringSplitOptions.None).Length - 1);
        Assert.Contains(Suggests(page) ? "script-src 'self'" : "script-src 'none'", visitor.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Public))]
    public async Task Who_comes_again_is_sent_only_that_nothing_changed(string page)
    {
        using var visitor = fair.Town.Stranger();
        await visitor.Open($"/{fair.Town.ShortName}{page}");
        var mark = visitor.Headers!.ETag!;

        using var again = await visitor.Ask(Marked(page, mark));
        using var hungarian = Marked(page, mark);
        hungarian.Headers.Add("Accept-Language", "hu");
        using var inHungarian = await visitor.Ask(hungarian);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(mark, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, inHungarian.StatusCode);
    }

    [Fact]
    public async Task And_is_sent_the_page_anew_when_it_changed()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/discover");
        var mark = visitor.Headers!.ETag!;

        await Organiser.In(town).Offers("Fix your own bike");
        using var again = await visitor.Ask(Marked("/discover", mark, town));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("Fix your own bike", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_city_leaves_nothing_either()
    {
        using var visitor = fair.Town.Stranger("hu");

        await visitor.Open("/");

        Assert.True(visitor.Sees("Válaszd ki a városodat"));
        Assert.True(visitor.Sees($"href=\"/{fair.Town.ShortName}/\""));
        Assert.False(visitor.Headers!.Contains("Set-Cookie"));
    }

    [Theory]
    [MemberData(nameof(Public))]
    public async Task Who_only_asks_whether_a_page_is_there_is_told_and_sent_nothing(string page)
    {
        using var visitor = fair.Town.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/{fair.Town.ShortName}{page}");

        using var answer = await visitor.Ask(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Public))]
    public async Task Each_says_in_which_language_it_is_and_says_it_in_both(string page)
    {
        using var english = fair.Town.Stranger();
        using var hungarian = fair.Town.Stranger("hu-HU");

        await english.Open($"/{fair.Town.ShortName}{page}");
        await hungarian.Open($"/{fair.Town.ShortName}{page}");

        Assert.True(english.Sees("<html lang=\"en\""));
        Assert.True(english.Sees("Skip to the content"));
        Assert.True(hungarian.Sees("<html lang=\"hu\""));
        Assert.True(hungarian.Sees("Ugrás a tartalomhoz"));
    }

    [Fact]
    public async Task A_language_that_was_chosen_stays_and_the_page_does_too()
    {
        using var visitor = fair.Town.Stranger();
        await visitor.Open($"/{fair.Town.ShortName}/discover?q=bicycle");
        var choice = WebUtility.HtmlDecode(Screens.Between(visitor.Screen, "href=\"", "\"").Single(link => link.EndsWith("lang=hu", StringComparison.Ordinal)));

        await visitor.Open(choice);
        Assert.Equal($"/{fair.Town.ShortName}/discover?q=bicycle", visitor.Path);
        Assert.True(visitor.Sees("Egy találat"));
        Assert.Equal("hu", visitor.Cookie("language"));

        await visitor.Open($"/{fair.Town.ShortName}/your-data");
        Assert.True(visitor.Sees("A te adatod, a te döntésed"));
    }

    [Fact]
    public async Task A_language_that_is_none_of_ours_is_not_chosen()
    {
        using var visitor = fair.Town.Stranger();

        await visitor.Open($"/{fair.Town.ShortName}/discover?lang=tlh");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Null(visitor.Cookie("language"));
    }

    [Fact]
    public async Task Who_asks_for_another_language_is_spoken_to_as_the_city_speaks()
    {
        var town = await Town.In(suite, language: "hu");
        using var visitor = town.Stranger("pl");

        await visitor.Open($"/{town.ShortName}");

        Assert.True(visitor.Sees("Mit szeretnél megtanulni?"));
    }

    [Fact]
    public async Task Of_several_languages_the_dearest_is_taken()
    {
        using var visitor = fair.Town.Stranger("pl, en;q=0.5, hu;q=0.8");

        await visitor.Open($"/{fair.Town.ShortName}");

        Assert.True(visitor.Sees("Mit szeretnél megtanulni?"));
    }

    [Fact]
    public async Task What_somebody_sees_who_is_signed_in_is_kept_by_nobody()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        foreach (var page in new[] { "/me", "/account", "/discover", "" })
        {
            await learner.Open($"/{town.ShortName}{page}");
            Assert.True(learner.Headers!.CacheControl!.NoStore, page);
            Assert.Null(learner.Headers.ETag);
        }
    }

    [Fact]
    public async Task A_page_with_a_form_of_ones_own_is_kept_by_nobody()
    {
        using var visitor = fair.Town.Stranger();

        await visitor.Open($"/{fair.Town.ShortName}/register");

        Assert.True(visitor.Headers!.CacheControl!.NoStore);
        Assert.Null(visitor.Headers.ETag);
        await visitor.Open($"/{fair.Town.ShortName}/register"); // and so it is when the browser has the cookie already
        Assert.True(visitor.Headers!.CacheControl!.NoStore);
        Assert.Null(visitor.Headers.ETag);
        Assert.True(visitor.Sees("name=\"form\""));
        Assert.NotNull(visitor.Cookie("form"));
    }

    [Fact]
    public async Task The_look_of_a_page_is_kept_for_ever()
    {
        using var visitor = fair.Town.Stranger();
        await visitor.Open($"/{fair.Town.ShortName}");

        foreach (var sheet in Screens.Between(visitor.Screen, "<link rel=\"stylesheet\" href=\"", "\""))
        {
            using var answer = await visitor.Fetch(sheet);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        }
    }

    [Fact]
    public async Task Whoever_reads_a_page_about_data_finds_who_looked_once_signed_in()
    {
        var town = await Town.In(suite);
        var (learner, _) = await town.Learner();

        await learner.Open($"/{town.ShortName}/your-data");

        Assert.True(learner.Sees($"href=\"/{town.ShortName}/account\""));
    }

    private HttpRequestMessage Marked(string page, EntityTagHeaderValue mark, Town? town = null) =>
        new(HttpMethod.Get, $"/{(town ?? fair.Town).ShortName}{page}") { Headers = { IfNoneMatch = { mark } } };
}
