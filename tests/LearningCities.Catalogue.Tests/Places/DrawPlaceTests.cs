namespace LearningCities.Catalogue.Tests.Places;

public sealed class DrawPlaceTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    private static readonly double[][] Outline = [[20.1, 46.2], [20.2, 46.2], [20.2, 46.3], [20.1, 46.2]];

    [Fact]
    public async Task What_is_drawn_can_be_seen_by_anybody_and_drawn_anew()
    {
        await Draw("ujszeged", ("title", new { hu = "Ujszeged" }));
        var again = await Draw("ujszeged", ("outline", Outline));
        await Draw("foldeak", ("kind", "settlement"));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var visitor = _city.Anonymous();
        var places = (await visitor.GetFromJsonAsync<PageOf<Place>>($"/api/catalogue/places?city={_city.Id}"))!.Items;
        Assert.Equal(["ujszeged", "foldeak"], places.Select(place => place.ShortName));
        Assert.Equal("Újszeged", places[0].Title["hu"]);
        Assert.Equal(Outline, places[0].Outline);
        Assert.Null(places[1].Outline);
    }

    [Theory]
    [InlineData("kind", "village", "#/kind")]
    [InlineData("latitude", 91, "#/latitude")]
    [InlineData("longitude", -181, "#/longitude")]
    public async Task What_is_wrong_is_pointed_at(string field, object value, string place)
    {
        var response = await Draw("ujszeged", (field, value));

        Assert.Equal("request-invalid", await response.ProblemCode());
        Assert.Contains(place, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_point_is_a_longitude_and_a_latitude()
    {
        var response = await Draw("ujszeged", ("outline", new double[][] { [20, 46], [20, 146], [21, 46], [20, 46] }));

        Assert.Contains("#/outline/1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Újszeged")]
    [InlineData("uj szeged")]
    public async Task A_short_name_is_one_for_addresses(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Draw(Uri.EscapeDataString(name))).StatusCode);

    [Fact]
    public async Task Only_administrators_draw()
    {
        using var staff = _city.Client(Sentences.Publish);

        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PutAsJsonAsync("/api/catalogue/places/a", Body())).StatusCode);
    }

    private async Task<HttpResponseMessage> Draw(string shortName, params (string Name, object? Value)[] changes)
    {
        using var administrator = _city.Client(Sentences.Manage);
        return await administrator.PutAsJsonAsync($"/api/catalogue/places/{shortName}", Body(changes));
    }

    private static Dictionary<string, object?> Body(params (string Name, object? Value)[] changes)
    {
        var body = new Dictionary<string, object?>
        {
            ["title"] = new { hu = "Újszeged" }, ["kind"] = "district", ["latitude"] = 46.25, ["longitude"] = 20.16,
        };
        foreach (var (name, value) in changes)
        {
            body[name] = value;
        }

        return body;
    }

    private sealed record Place(string ShortName, LocalizedText Title, string Kind, double[][]? Outline);
}
