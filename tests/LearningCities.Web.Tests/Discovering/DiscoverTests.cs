namespace LearningCities.Web.Tests.Discovering;

public class DiscoverTests(Fair fair, WebSuite suite) : IClassFixture<Fair>
{
    [Fact]
    public async Task Without_a_word_everything_is_shown_the_soonest_first()
    {
        using var visitor = await Looks("");

        Assert.True(visitor.Sees("3 results"));
        Assert.True(visitor.Sees("soonest first"));
        Assert.Equal(["Bicycle repair", "Robots for beginners", "Bread baking"], Titles(visitor));
    }

    [Theory]
    [InlineData("q=bicycle", "Bicycle repair")]
    [InlineData("free=true", "Bicycle repair, Robots for beginners")]
    [InlineData("maxPrice=100000", "Bicycle repair, Robots for beginners")]
    [InlineData("kind=course", "Bread baking")]
    [InlineData("kind=course&kind=club", "Robots for beginners, Bread baking")]
    [InlineData("mode=online", "Robots for beginners")]
    [InlineData("access=step-free", "Bicycle repair")]
    [InlineData("language=hu", "Bicycle repair")]
    [InlineData("district=riverside", "Bicycle repair")]
    [InlineData("near=riverside&within=3", "Bicycle repair")]
    [InlineData("near=old-mill&sort=distance&mode=onsite", "Bread baking, Bicycle repair")]
    [InlineData("q=bicycle&free=true&kind=workshop", "Bicycle repair")]
    public async Task A_filter_leaves_what_fits(string query, string titles)
    {
        using var visitor = await Looks($"?{query}");

        Assert.Equal(titles.Split(", "), Titles(visitor));
    }

    [Fact]
    public async Task A_day_is_a_day_by_the_citys_clock()
    {
        using var visitor = await Looks($"?day={Organiser.Tomorrow.AddDays(3):yyyy-MM-dd}");

        Assert.Equal(["Bread baking"], Titles(visitor));
    }

    [Fact]
    public async Task A_filter_that_is_on_says_so_and_is_taken_off_by_a_tap()
    {
        using var visitor = await Looks("?q=repair&kind=workshop&free=true");

        Assert.True(visitor.Sees("Filters, 2 on"));
        Assert.True(visitor.Sees("name=\"kind\" value=\"workshop\" checked"));
        Assert.Contains(Address("?q=repair&kind=workshop"), Links(visitor));
        Assert.Contains(Address("?q=repair&free=true"), Links(visitor));
        Assert.Contains(Address("?q=repair"), Links(visitor));
    }

    [Fact]
    public async Task What_the_form_of_filters_does_not_ask_for_stays_as_it_was()
    {
        using var visitor = await Looks("?q=repair&near=riverside&maxPrice=100000&sort=date");

        var filters = visitor.Screen[visitor.Screen.IndexOf("aria-label=\"Filters\"", StringComparison.Ordinal)..];
        foreach (var kept in new[] { "q", "near", "maxPrice", "sort" })
        {
            Assert.Contains($"<input type=\"hidden\" name=\"{kept}\"", filters, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_order_can_be_chosen_and_says_what_it_is()
    {
        using var visitor = await Looks("?q=repair&near=riverside");
        Assert.True(visitor.Sees("best match first"));
        Assert.Contains(Address("?q=repair&near=riverside&sort=distance"), Links(visitor));

        await visitor.Open(Address("?q=repair&near=riverside&sort=distance"));

        Assert.True(visitor.Sees("nearest first"));
        Assert.Contains(Address("?q=repair&near=riverside&sort=relevance"), Links(visitor));
    }

    [Fact]
    public async Task Near_a_place_the_way_on_foot_is_said_where_one_would_walk()
    {
        using var visitor = await Looks("?near=riverside");

        Assert.True(visitor.Sees("3 results near Riverside"));
        Assert.True(visitor.Sees("550 m · 7 minutes on foot"));
        Assert.True(visitor.Sees("11 km"));
        Assert.False(visitor.Sees("11 km ·"));
        Assert.True(visitor.Sees("The yellow dot is you, near Riverside."));
    }

    [Fact]
    public async Task The_map_has_the_numbers_of_the_list()
    {
        using var visitor = await Looks("");

        Assert.True(visitor.Sees("with 2 numbered places"));
        Assert.True(visitor.Sees("href=\"#r1\" aria-label=\"1: Bicycle repair\""));
        Assert.True(visitor.Sees("href=\"#r3\" aria-label=\"3: Bread baking\"")); // the second is online, and on no map
        Assert.True(visitor.Sees("id=\"r3\""));
    }

    [Fact]
    public async Task A_slip_is_understood_and_said()
    {
        using var visitor = await Looks("?q=bicylce");

        Assert.Equal(["Bicycle repair"], Titles(visitor));
        Assert.True(visitor.Sees("We searched for <b>bicycle</b>."));
        Assert.True(visitor.Sees("value=\"bicylce\"")); // what was typed stays
    }

    [Fact]
    public async Task A_long_list_goes_on_with_its_filters_and_shows_nothing_twice()
    {
        var town = await Town.In(suite);
        var organiser = Organiser.In(town);
        for (var number = 1; number <= 14; number++)
        {
            await organiser.Offers($"Pottery {number:00}", ("kind", number <= 13 ? "course" : "club"));
        }

        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/discover?q=pottery&kind=course");
        var first = Titles(visitor);
        var next = Links(visitor).Single(link => link.Contains("cursor=", StringComparison.Ordinal));
        await visitor.Open(next);

        Assert.Contains("q=pottery&kind=course", next, StringComparison.Ordinal);
        Assert.True(visitor.Sees("13 results"));
        Assert.Equal(12, first.Length);
        Assert.Single(Titles(visitor).Except(first));
        Assert.Contains($"/{town.ShortName}/discover?q=pottery&kind=course", Links(visitor));
    }

    [Fact]
    public async Task Where_nothing_fits_it_says_so_and_shows_what_there_is()
    {
        using var visitor = await Looks("?q=glassblowing");

        Assert.True(visitor.Sees("offers “glassblowing” yet"));
        Assert.True(visitor.Sees("Look at everything"));
        Assert.True(visitor.Sees("Bicycle repair"));
    }

    [Fact]
    public async Task Where_filters_leave_nothing_they_are_taken_off_by_a_tap_and_the_word_stays()
    {
        using var visitor = await Looks("?q=bicycle&kind=internship");

        Assert.True(visitor.Sees("Take the filters off"));
        Assert.Contains(Address("?q=bicycle"), Links(visitor));
    }

    [Theory]
    [InlineData("?q=bicycle&kind=juggling")]
    [InlineData("?q=bicycle&near=atlantis")]
    [InlineData("?q=bicycle&sort=backwards")]
    [InlineData("?q=bicycle&cursor=nonsense")]
    public async Task A_choice_that_does_not_exist_is_left_out_and_said(string query)
    {
        using var visitor = await Looks(query);

        Assert.True(visitor.Sees("We left something out."));
        Assert.Equal(["Bicycle repair"], Titles(visitor));
    }

    [Theory]
    [InlineData("?free=perhaps")]
    [InlineData("?day=someday")]
    [InlineData("?maxPrice=-1")]
    [InlineData("?organisation=us")]
    [InlineData("?within=NaN")]
    [InlineData("?colour=blue")]
    public async Task What_cannot_be_read_is_no_filter(string query)
    {
        using var visitor = await Looks(query);

        Assert.Equal(3, Titles(visitor).Length);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_and_never_as_a_page()
    {
        using var visitor = await Looks("?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Assert.DoesNotContain("<script>", visitor.Screen, StringComparison.OrdinalIgnoreCase);
        Assert.True(visitor.Sees("<script>alert(1)</script>"));
    }

    [Fact]
    public async Task In_Hungarian_everything_is_and_what_has_no_Hungarian_says_in_which_language_it_is()
    {
        using var visitor = await Looks("", "hu");

        Assert.True(visitor.Sees("3 találat"));
        Assert.True(visitor.Sees("a leghamarabbi elöl"));
        Assert.True(visitor.Sees("Robotika kezdőknek"));
        Assert.True(visitor.Sees("<span lang=\"en\">Bicycle repair</span>"));
        Assert.True(visitor.Sees("<html lang=\"hu\""));
    }

    private string Address(string query) => $"/{fair.Town.ShortName}/discover{query}";

    private async Task<Visitor> Looks(string query, string language = "en")
    {
        var visitor = fair.Town.Stranger(language);
        await visitor.Open(Address(query));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return visitor;
    }

    private static string[] Titles(Visitor visitor) => [.. Screens.Between(visitor.Screen, "<li id=\"r", "</h3>").Select(Screens.Text)];

    private static IEnumerable<string> Links(Visitor visitor) =>
        Screens.Between(visitor.Screen, "href=\"", "\"").Select(link => WebUtility.HtmlDecode(link));
}
