[assembly: AssemblyFixture(typeof(LearningCities.Catalogue.Tests.CatalogueSuite))]

namespace LearningCities.Catalogue.Tests;

/// <summary>The catalogue alone in its process. All tests share it, at the same time: each has a city of its own.</summary>
public sealed class CatalogueSuite() : RunningSuite("catalogue"), IAsyncLifetime
{
    /// <summary>A city whose time zone the catalogue knows.</summary>
    public async Task<City> NewCityIn(string timeZone)
    {
        var city = NewCity();
        await Deliver(new CityChanged(city.Id, 1, $"city-{city.Id:n}", new LocalizedText("en", "Somewhere"), timeZone));
        return city;
    }
}
