namespace LearningCities.Mobility.Tests.Offers;

public sealed class ListOffersTests(MobilitySuite suite)
{
    private sealed record Page(Offer[] Items, string? Next);

    private readonly TwoCities _cities = new(suite);

    [Fact]
    public async Task A_visitor_reads_the_offers_of_a_host_city_by_its_short_name_or_id_the_next_to_begin_first()
    {
        await _cities.AreKnown();
        var late = await _cities.HasOffer(TwoCities.Today.AddDays(90));
        var soon = await _cities.HasOffer(TwoCities.Today.AddDays(30));
        using var visitor = _cities.Home.Anonymous();

        foreach (var city in new[] { $"{_cities.Abroad.Id}", $"abroad-{_cities.Abroad.Id:n}" })
        {
            var page = await visitor.GetFromJsonAsync<Page>($"/api/mobility/offers?city={city}");
            Assert.Equal([soon.Id, late.Id], page!.Items.Select(o => o.Id));
        }
    }

    [Fact]
    public async Task A_learner_of_another_city_reads_them_too()
    {
        var offer = await _cities.HasOffer();

        using var learner = _cities.AsLearner;
        var page = await learner.GetFromJsonAsync<Page>($"/api/mobility/offers?city={_cities.Abroad.Id}");
        var none = await learner.GetFromJsonAsync<Page>($"/api/mobility/offers?city={_cities.Home.Id}");

        Assert.Equal(offer.Id, Assert.Single(page!.Items).Id);
        Assert.Empty(none!.Items);
    }

    [Fact]
    public async Task A_list_goes_on_where_the_page_ended()
    {
        var day = TwoCities.Today.AddDays(30);
        var offers = new[] { await _cities.HasOffer(day), await _cities.HasOffer(day), await _cities.HasOffer(day.AddDays(1)) };
        using var visitor = _cities.Home.Anonymous();

        var read = new List<Guid>();
        for (var next = ""; next is not null;)
        {
            var page = await visitor.GetFromJsonAsync<Page>(
                $"/api/mobility/offers?organisation={_cities.Abroad.Organisation}&limit=1{next}");
            read.Add(Assert.Single(page!.Items).Id);
            next = page.Next is null ? null : $"&cursor={page.Next}";
        }

        Assert.Equal(offers.Select(o => o.Id), read);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("cursor=yesterday")]
    [InlineData("organisation=rog")]
    public async Task A_malformed_question_is_refused(string question)
    {
        using var visitor = _cities.Home.Anonymous();

        var response = await visitor.GetAsync($"/api/mobility/offers?{question}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await response.ProblemCode();
    }
}
