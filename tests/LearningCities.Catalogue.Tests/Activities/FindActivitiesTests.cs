namespace LearningCities.Catalogue.Tests.Activities;

public sealed class FindActivitiesTests(CatalogueSuite suite)
{
    private static readonly string[] Both = ["hu", "en"];

    private readonly City _city = suite.NewCity();

    [Theory]
    [InlineData("q=robotika", "Robotika kezdőknek")]
    [InlineData("q=ROBOTIKAT", "Robotika kezdőknek")]
    [InlineData("q=robtika", "Robotika kezdőknek")]
    [InlineData("q=robotics", "Robotika kezdőknek")] // in any of its languages
    [InlineData("q=fozes", "Főzés nagyanyáink módján")]
    [InlineData("q=főzés", "Főzés nagyanyáink módján")]
    [InlineData("q=nagymamak konyhaja", "Főzés nagyanyáink módján")]
    [InlineData("q=begginers", "Robotika kezdőknek")]
    [InlineData("q=ifjusagi haz robotika", "Robotika kezdőknek")] // where it is
    [InlineData("kind=club", "Főzés nagyanyáink módján")]
    [InlineData("kind=club&kind=workshop", "Robotika kezdőknek", "Főzés nagyanyáink módján")]
    [InlineData("free=true", "Főzés nagyanyáink módján")]
    [InlineData("maxPrice=150000", "Robotika kezdőknek", "Főzés nagyanyáink módján")]
    [InlineData("language=en", "Főzés nagyanyáink módján")]
    [InlineData("skill=robotics", "Robotika kezdőknek")]
    [InlineData("access=step-free&kind=club")]
    [InlineData("mode=online")]
    [InlineData("district=belvaros&q=robotika", "Robotika kezdőknek")]
    [InlineData("organisation=00000000-0000-0000-0000-000000000001")]
    public async Task It_is_found_by_what_people_know_of_it(string query, params string[] titles)
    {
        await TwoActivities();

        Assert.Equal(titles, (await _city.FindsOf(2, query)).Titles);
    }

    [Fact]
    public async Task A_slip_is_said_with_what_was_searched_instead()
    {
        await TwoActivities();

        var found = await _city.FindsOf(2, "q=robtika");

        Assert.Equal(new Corrected("robtika", "robotika"), found.DidYouMean);
        Assert.Equal("<mark>Robotika</mark> kezdőknek", found.Items[0].Highlight);
    }

    [Fact]
    public async Task What_was_written_by_others_is_no_markup()
    {
        await _city.HasActivity(("title", new { hu = "<script>alert(1)</script> robotika" }));

        var found = await _city.FindsOf(1, "q=robotika");

        Assert.Equal("&lt;script&gt;alert(1)&lt;/script&gt; <mark>robotika</mark>", found.Items[0].Highlight);
    }

    [Fact]
    public async Task A_facet_leaves_its_own_selection_aside()
    {
        await TwoActivities();

        var found = await _city.FindsOf(2, "kind=club&free=true");

        Assert.Equal([new("club", 1)], found.Facets["kind"]); // the workshop is not free
        Assert.Equal([new("free", 1)], found.Facets["price"]);
        Assert.Equal([new("club", 1), new("workshop", 1)], (await _city.Finds("kind=club")).Facets["kind"]);
        Assert.Equal(
            ["access", "district", "kind", "language", "mode", "price", "skill", "when"], found.Facets.Keys.Order());
    }

    [Fact]
    public async Task Days_are_those_of_the_city()
    {
        var city = await suite.NewCityIn("Pacific/Kiritimati"); // UTC+14, all year
        var evening = new DateTimeOffset(2030, 6, 1, 23, 30, 0, TimeSpan.FromHours(14));
        await city.HasActivity(("startsAt", evening), ("endsAt", evening.AddMinutes(20)));

        Assert.Single((await city.FindsOf(1, "day=2030-06-01")).Items);
        Assert.Empty((await city.Finds("day=2030-05-31")).Items);
        Assert.Empty((await city.Finds("from=2030-06-02")).Items);
        Assert.Single((await city.Finds("from=2030-05-30&to=2030-06-01")).Items);
        Assert.Empty((await city.Finds("to=2030-05-31")).Items);
    }

    [Fact]
    public async Task Today_is_today()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        await city.HasActivity(("startsAt", Sentences.InDays(-1)), ("endsAt", Sentences.InDays(1)));
        await city.HasActivity(("startsAt", Sentences.InDays(30)), ("endsAt", Sentences.InDays(31)));
        await city.HasActivity(("startsAt", null), ("endsAt", null));

        var found = await city.FindsOf(3, "when=today");

        Assert.Single(found.Items);
        Assert.Contains(new FacetCount("today", 1), found.Facets["when"]);
        Assert.Contains(new FacetCount("any-time", 1), found.Facets["when"]);
    }

    [Fact]
    public async Task What_is_over_is_not_found()
    {
        await _city.HasActivity(("startsAt", Sentences.InDays(-2)), ("endsAt", Sentences.InDays(-1)));
        await _city.HasActivity();

        Assert.Equal(1, (await _city.FindsOf(1, "q=robotika")).Total);
    }

    [Fact]
    public async Task What_is_still_to_begin_comes_before_what_has_begun()
    {
        await _city.HasActivity(("title", new LocalizedText("hu", "Egész éves kert")), ("startsAt", Sentences.InDays(-30)), ("endsAt", Sentences.InDays(30)));
        await _city.HasActivity(("title", new LocalizedText("hu", "Jövő heti séta")), ("startsAt", Sentences.InDays(7)), ("endsAt", Sentences.InDays(8)));

        Assert.Equal(["Jövő heti séta", "Egész éves kert"], (await _city.FindsOf(2, "sort=date")).Titles);
    }

    [Fact]
    public async Task The_nearest_comes_first_with_its_distance()
    {
        await _city.HasPlace("belvaros", 46.2530, 20.1414);
        await TwoActivities();

        var near = await _city.FindsOf(2, "near=belvaros");
        var within = await _city.Finds("near=belvaros&within=5");

        Assert.Equal(["Robotika kezdőknek", "Főzés nagyanyáink módján"], near.Titles);
        Assert.InRange(near.Items[0].Distance!.Value, 700, 900);
        Assert.InRange(near.Items[1].Distance!.Value, 29_000, 31_000);
        Assert.Equal(["Robotika kezdőknek"], within.Titles);
        Assert.Null((await _city.Finds()).Items[0].Distance);
    }

    [Theory]
    [InlineData("sort=date")]
    [InlineData("q=robotika&sort=relevance")]
    [InlineData("near=belvaros")]
    public async Task Pages_show_each_once(string query)
    {
        await _city.HasPlace("belvaros", 46.2530, 20.1414);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _city.HasActivity()));
        var shown = new List<Guid>();

        var page = await _city.FindsOf(12, $"{query}&limit=5");
        for (shown.AddRange(page.Items.Select(item => item.Id)); page.Next is not null;)
        {
            page = await _city.Finds($"{query}&limit=5&cursor={page.Next}");
            Assert.Equal(12, page.Total);
            shown.AddRange(page.Items.Select(item => item.Id));
        }

        Assert.Equal(12, shown.Distinct().Count());
        Assert.Equal(12, shown.Count);
    }

    [Theory]
    [InlineData("cursor=abc", "cursor-unknown")]
    [InlineData("cursor=%00%ff", "cursor-unknown")]
    [InlineData("cursor=bnVsbA", "cursor-unknown")] // null
    [InlineData("cursor=e30", "cursor-unknown")] // {}
    [InlineData("cursor=eyJTb3J0IjoiZGF0ZSIsIktleSI6MWU5OTksIklkIjoiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIn0&sort=distance", "cursor-unknown")]
    [InlineData("near=nowhere", "place-unknown")]
    [InlineData("near=%00", "request-invalid")]
    [InlineData("kind=party", "request-invalid")]
    [InlineData("when=someday", "request-invalid")]
    [InlineData("sort=price", "request-invalid")]
    [InlineData("limit=0", "request-invalid")]
    [InlineData("limit=101", "request-invalid")]
    [InlineData("within=0", "request-invalid")]
    [InlineData("maxPrice=-1", "request-invalid")]
    [InlineData("day=2030-02-30", "request-malformed")]
    [InlineData("organisation=me", "request-malformed")]
    public async Task A_strange_question_is_refused(string query, string code)
    {
        using var visitor = _city.Anonymous();

        var response = await visitor.GetAsync($"/api/catalogue/activities?city={_city.Id}&{query}");

        Assert.Equal((HttpStatusCode.BadRequest, code), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task A_question_has_an_end()
    {
        using var visitor = _city.Anonymous();

        var fits = await visitor.GetAsync($"/api/catalogue/activities?city={_city.Id}&q={new string('a', 200)}");
        var tooLong = await visitor.GetAsync($"/api/catalogue/activities?city={_city.Id}&q={new string('a', 201)}");

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        Assert.Equal("request-invalid", await tooLong.ProblemCode());
    }

    [Theory]
    [InlineData("%00%01")]
    [InlineData("%F0%9F%A4%96")]
    [InlineData("'%22<>%25_*")]
    public async Task Any_characters_may_be_asked_for(string q) => Assert.NotNull(await _city.Finds($"q={q}"));

    [Fact]
    public async Task Another_citys_activities_are_not_found()
    {
        await _city.HasActivity();
        await _city.FindsOf(1, "");

        Assert.Equal(0, (await suite.NewCity().Finds()).Total);
    }

    private async Task TwoActivities()
    {
        await _city.HasActivity();
        await _city.HasActivity(
            ("title", new { hu = "Főzés nagyanyáink módján" }),
            ("summary", new { hu = "Nagymamák konyhája Földeákon" }),
            ("kind", "club"),
            ("place", new { name = "Faluház", district = "foldeak", latitude = 46.3210, longitude = 20.5200 }),
            ("startsAt", Sentences.InDays(3)),
            ("endsAt", Sentences.InDays(4)),
            ("price", new { amount = 0, currency = "HUF" }),
            ("skills", null),
            ("languages", Both),
            ("access", null));
    }
}
