namespace LearningCities.Mobility.Tests.Offers;

public sealed class ShowOfferTests(MobilitySuite suite)
{
    private readonly TwoCities _cities = new(suite);

    [Fact]
    public async Task Before_the_organisations_name_has_come_the_offer_is_shown_without()
    {
        var offer = await _cities.HasOffer();
        using var visitor = _cities.Home.Anonymous();

        var read = await visitor.GetFromJsonAsync<Offer>($"/api/mobility/offers/{offer.Id}");

        Assert.Equal((_cities.Abroad.Organisation, null, null), (read!.OrganisationId, read.OrganisationName, read.City.Name));
    }

    [Fact]
    public async Task What_nobody_offers_is_not_there()
    {
        using var visitor = _cities.Home.Anonymous();

        await TwoCities.AssertRefused(
            HttpStatusCode.NotFound, "not-found", await visitor.GetAsync($"/api/mobility/offers/{Guid.CreateVersion7()}"));
    }
}
