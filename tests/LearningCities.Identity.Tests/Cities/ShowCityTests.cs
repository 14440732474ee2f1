using System.Text.Json;

namespace LearningCities.Identity.Tests.Cities;

public sealed class ShowCityTests(IdentitySuite suite)
{
    [Fact]
    public async Task Anyone_reads_any_city_by_its_short_name_or_id()
    {
        var town = await suite.HasTown(("language", "hu"), ("latitude", "46.253"), ("longitude", "20.148"));
        using var visitor = town.City.Anonymous();

        foreach (var name in new[] { town.ShortName, town.Id.ToString() })
        {
            var city = await visitor.GetFromJsonAsync<JsonElement>($"/api/identity/cities/{name}");
            Assert.Equal(town.Id, city.GetProperty("id").GetGuid());
            Assert.Equal(46.253, city.GetProperty("latitude").GetDouble());
            Assert.Equal(["hu", "en"], city.GetProperty("languages").EnumerateArray().Select(l => l.GetString()));
        }
    }

    [Fact]
    public async Task All_cities_are_listed_wherever_one_is()
    {
        var (one, other) = (await suite.HasTown(), await suite.HasTown());
        using var visitor = one.City.Anonymous();

        var page = await visitor.GetFromJsonAsync<JsonElement>("/api/identity/cities?limit=100");

        var listed = page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ToHashSet();
        Assert.Superset(new HashSet<Guid> { one.Id, other.Id }, listed);
    }

    [Fact]
    public async Task A_city_that_is_not_there_is_not_found()
    {
        using var visitor = suite.NewCity().Anonymous();

        await (await visitor.GetAsync("/api/identity/cities/atlantis")).Refused(HttpStatusCode.NotFound, "not-found");
    }
}
