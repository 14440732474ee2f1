using System.Text.Json.Nodes;

namespace LearningCities.Mobility.Tests.Offers;

public sealed class PublishOfferTests(MobilitySuite suite)
{
    private readonly TwoCities _cities = new(suite);

    [Fact]
    public async Task An_offer_is_read_in_every_city_with_the_names_of_its_own()
    {
        await _cities.AreKnown();

        var offer = await _cities.HasOffer();

        using var elsewhere = suite.NewCity().Client(TwoCities.Own);
        var read = await elsewhere.GetFromJsonAsync<Offer>($"/api/mobility/offers/{offer.Id}");
        Assert.Equal("Kolesarska delavnica Rog", read!.OrganisationName?["sl"]);
        Assert.Equal((_cities.Abroad.Id, "Ljubljana"), (read.City.Id, read.City.Name?["en"]));
        Assert.Equal("Három hét egy kerékpárműhelyben", read.Title["hu"]);
    }

    [Theory]
    [InlineData("title", "{}", "request-invalid")]
    [InlineData("title", """{"en":"  "}""", "request-invalid")]
    [InlineData("description", """{"en":""}""", "request-invalid")]
    [InlineData("field", "\"\"", "request-invalid")]
    [InlineData("languages", "[]", "request-invalid")]
    [InlineData("languages", """["Slovene as it is spoken"]""", "request-invalid")]
    [InlineData("places", "0", "request-invalid")]
    [InlineData("allowance", """{"amount":-1,"currency":"EUR"}""", "request-invalid")]
    [InlineData("allowance", """{"amount":100,"currency":"euro"}""", "request-invalid")]
    [InlineData("to", "\"2020-01-01\"", "request-invalid")]
    [InlineData("from", "\"soon\"", "request-malformed")]
    [InlineData("organisationId", "null", "request-malformed")]
    public async Task A_malformed_offer_is_refused(string member, string value, string code)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(_cities.OfferBody()))!.AsObject();
        body[member] = JsonNode.Parse(value);
        using var host = _cities.AsHost;

        await TwoCities.AssertRefused(HttpStatusCode.BadRequest, code, await host.Create("/api/mobility/offers", body));
    }

    [Fact]
    public async Task An_offer_begins_tomorrow_at_the_earliest()
    {
        using var host = _cities.AsHost; // an unknown city, and so UTC

        var today = await host.Create("/api/mobility/offers", _cities.OfferBody(from: TwoCities.Today));
        var tomorrow = await host.Create("/api/mobility/offers", _cities.OfferBody(from: TwoCities.Today.AddDays(1)));

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "offer-begins-too-early", today);
        Assert.Equal(HttpStatusCode.Created, tomorrow.StatusCode);
    }

    [Fact]
    public async Task Only_staff_of_the_organisation_publishes_for_it()
    {
        var body = _cities.OfferBody();

        await TwoCities.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await _cities.Abroad.Anonymous().Create("/api/mobility/offers", body));
        await TwoCities.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await _cities.AsLearner.Create("/api/mobility/offers", body));
        await TwoCities.AssertRefused(
            HttpStatusCode.NotFound, "not-found", await _cities.AsSending.Create("/api/mobility/offers", body));
    }
}
