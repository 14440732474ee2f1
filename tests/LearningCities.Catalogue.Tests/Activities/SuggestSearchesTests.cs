namespace LearningCities.Catalogue.Tests.Activities;

public sealed class SuggestSearchesTests(CatalogueSuite suite)
{
    [Fact]
    public async Task What_goes_on_as_typed_is_suggested_as_a_word_and_by_what_it_leads_to()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var robots = await city.HasActivity();
        await city.HasActivity(("title", new { hu = "Fazekasság" }), ("skills", Array.Empty<string>()));
        await city.HasPlace("robotnegyed", 46.25, 20.15);
        await suite.Deliver(new OrganisationChanged(city.Id, city.Organisation, 1, new LocalizedText("hu", "Robotok Háza"), "", null));
        await city.FindsOf(2, "");

        var items = await Suggested(city, "robot");

        Assert.Contains(items, item => item is { Kind: "word", Text: "robotika" });
        Assert.Contains(items, item => item.Kind == "activity" && item.Id == robots.Id && item.Text == "Robotika kezdőknek");
        Assert.Contains(items, item => item.Kind == "organisation" && item.Id == city.Organisation);
        Assert.Contains(items, item => item is { Kind: "place", ShortName: "robotnegyed" });
        Assert.DoesNotContain(items, item => item.Text == "Fazekasság");
    }

    [Theory]
    [InlineData("kezdok rob")]
    [InlineData("KEZDŐK ROB")]
    public async Task Accents_case_and_the_order_of_words_do_not_matter(string typed)
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var robots = await city.HasActivity();
        await city.FindsOf(1, "");

        Assert.Contains(await Suggested(city, typed), item => item.Id == robots.Id);
    }

    [Fact]
    public async Task A_word_goes_on_behind_those_that_are_typed_already()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        await city.HasActivity();
        await city.FindsOf(1, "");

        Assert.Contains(await Suggested(city, "Kezdő, rob"), item => item is { Kind: "word", Text: "Kezdő, robotika" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("r")]
    [InlineData("\"-")]
    public async Task Too_little_suggests_nothing(string typed)
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        await city.HasActivity();
        await city.FindsOf(1, "");

        Assert.Empty(await Suggested(city, typed));
    }

    [Fact]
    public async Task Another_city_and_what_is_over_are_not_suggested()
    {
        var (city, other) = (await suite.NewCityIn("Europe/Budapest"), await suite.NewCityIn("Europe/Ljubljana"));
        await city.Cancels(await city.HasActivity());
        await other.HasActivity();
        await other.FindsOf(1, "");

        Assert.Empty(await Suggested(city, "robotika"));
    }

    [Fact]
    public async Task Why_an_activity_is_found_is_said_word_by_word()
    {
        var city = await suite.NewCityIn("Europe/Budapest");
        var robots = await city.HasActivity();
        await city.FindsOf(1, "");
        using var visitor = city.Anonymous();

        var why = await visitor.GetFromJsonAsync<Explanation>($"/api/catalogue/activities/{robots.Id}/explanation?city={city.Id}&q=robotikat");

        var reason = Assert.Single(why!.Reasons);
        Assert.Equal("robotikat", reason.Word);
        Assert.Contains("robotika", reason.Found);
        Assert.Equal(why.Score, reason.Score, 3);
        using var unknown = await visitor.GetAsync($"/api/catalogue/activities/{Guid.CreateVersion7()}/explanation?city={city.Id}&q=robot");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task<IReadOnlyList<Suggestion>> Suggested(City city, string typed)
    {
        using var visitor = city.Anonymous();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hu");
        return (await visitor.GetFromJsonAsync<Answer>($"/api/catalogue/suggestions?city={city.Id}&q={Uri.EscapeDataString(typed)}"))!.Items;
    }

    private sealed record Answer(IReadOnlyList<Suggestion> Items);

    private sealed record Suggestion(string Kind, string Text, Guid? Id, string? ShortName);

    private sealed record Explanation(double Score, IReadOnlyList<Reason> Reasons);

    private sealed record Reason(string Word, IReadOnlyList<string> Found, double Score, int Things);
}
