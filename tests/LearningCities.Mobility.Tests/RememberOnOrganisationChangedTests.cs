using LearningCities.Contracts.Identity;

namespace LearningCities.Mobility.Tests;

public sealed class RememberOnOrganisationChangedTests(MobilitySuite suite)
{
    private readonly TwoCities _cities = new(suite);

    [Fact]
    public async Task Of_events_out_of_order_the_newest_name_stays()
    {
        var offer = await _cities.HasOffer();

        foreach (var (version, name) in new[] { (1, "Rog"), (3, "Rog Ljubljana"), (2, "Rog workshop") })
        {
            await suite.Deliver(new OrganisationChanged(
                _cities.Abroad.Id, _cities.Abroad.Organisation, version, new("sl", name), "", null));
        }

        using var visitor = _cities.Home.Anonymous();
        var read = await visitor.GetFromJsonAsync<Offer>($"/api/mobility/offers/{offer.Id}");
        Assert.Equal("Rog Ljubljana", read!.OrganisationName?["sl"]);
    }
}
