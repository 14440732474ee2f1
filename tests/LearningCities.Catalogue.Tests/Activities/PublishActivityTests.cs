using System.Text.Json;

namespace LearningCities.Catalogue.Tests.Activities;

public sealed class PublishActivityTests(CatalogueSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task What_is_published_can_be_read_by_anybody()
    {
        using var staff = _city.Client(Sentences.Publish);

        var created = await staff.Create("/api/catalogue/activities", _city.Workshop());

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (created.StatusCode, created.Headers.ETag?.Tag));
        using var visitor = _city.Anonymous();
        var shown = await visitor.GetStringAsync($"{created.Headers.Location}?city={_city.Id}");
        Assert.Equal(await created.Content.ReadAsStringAsync(), shown);
    }

    [Fact]
    public async Task It_is_found_within_a_second()
    {
        await _city.HasActivity();
        var published = TimeProvider.System.GetTimestamp();

        await Eventually.Holds(async () => (await _city.Finds("q=robotika")).Total == 1);

        Assert.InRange(TimeProvider.System.GetElapsedTime(published), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_suite_is_told()
    {
        var activity = await _city.HasActivity();

        var told = await suite.EventsOf<ActivityPublished>().First(e => e.ActivityId == activity.Id);

        Assert.Equal((1, _city.Organisation, "workshop", "belvaros"), (told.Version, told.OrganisationId, told.Kind, told.District));
        Assert.Equal(["robotics"], told.Skills);
    }

    [Fact]
    public async Task The_organisations_name_is_filled_in_when_it_comes()
    {
        var activity = await _city.HasActivity();
        Assert.Empty(activity.OrganisationName);

        await suite.Deliver(new OrganisationChanged(_city.Id, _city.Organisation, 2, new("hu", "Ifjúsági Ház"), "belvaros", null));
        await suite.Deliver(new OrganisationChanged(_city.Id, _city.Organisation, 1, new("hu", "Régi név"), "belvaros", null)); // late

        using var visitor = _city.Anonymous();
        var shown = await visitor.GetFromJsonAsync<Activity>($"/api/catalogue/activities/{activity.Id}?city={_city.Id}");
        Assert.Equal("Ifjúsági Ház", shown!.OrganisationName["hu"]);
        await Eventually.Holds(async () => (await _city.Finds()).Items is [{ OrganisationName.Count: 1 }]);
    }

    [Fact]
    public async Task Nobody_publishes_in_anothers_name()
    {
        using var staff = _city.Client(Sentences.Publish);

        var response = await staff.Create(
            "/api/catalogue/activities", _city.Workshop(("organisationId", Guid.CreateVersion7())));

        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (response.StatusCode, await response.ProblemCode()));
    }

    [Theory]
    [InlineData(Sentences.Join, HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Only_who_may_publishes(string? scope, HttpStatusCode expected)
    {
        using var client = scope is null ? _city.Anonymous() : _city.Client(scope);

        Assert.Equal(expected, (await client.Create("/api/catalogue/activities", _city.Workshop())).StatusCode);
    }

    [Theory]
    [InlineData("title", """{}""", "#/title")]
    [InlineData("title", """{"hu": " "}""", "#/title")]
    [InlineData("kind", "\"party\"", "#/kind")]
    [InlineData("mode", "\"somewhere\"", "#/mode")]
    [InlineData("place", "null", "#/place")]
    [InlineData("place", """{"name": "", "latitude": 46, "longitude": 20}""", "#/place/name")]
    [InlineData("place", """{"name": "Ház", "latitude": 96, "longitude": 20}""", "#/place/latitude")]
    [InlineData("link", "\"javascript:alert(1)\"", "#/link")]
    [InlineData("link", "\"ftp://example.org\"", "#/link")]
    [InlineData("endsAt", "\"2020-01-01T10:00:00Z\"", "#/endsAt")]
    [InlineData("startsAt", "null", "#/startsAt")]
    [InlineData("startsAt", "\"0001-01-02T10:00:00Z\"", "#/startsAt")]
    [InlineData("price", """{"amount": -1, "currency": "EUR"}""", "#/price/amount")]
    [InlineData("price", """{"amount": 1, "currency": "forint"}""", "#/price/currency")]
    [InlineData("ages", """{"from": 18, "to": 12}""", "#/ages/to")]
    [InlineData("access", """["step-free", "by-helicopter"]""", "#/access")]
    [InlineData("skills", """["robotics", ""]""", "#/skills")]
    [InlineData("skills", """["robotics", "robotics"]""", "#/skills")]
    [InlineData("capacity", "0", "#/capacity")]
    public async Task What_is_wrong_is_pointed_at(string field, string value, string place)
    {
        using var staff = _city.Client(Sentences.Publish);

        var response = await staff.Create(
            "/api/catalogue/activities", _city.Workshop((field, JsonSerializer.Deserialize<JsonElement>(value))));

        Assert.Equal((HttpStatusCode.BadRequest, "request-invalid"), (response.StatusCode, await response.ProblemCode()));
        Assert.Contains($"\"pointer\":\"{place}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", 201, "#/title")]
    [InlineData("summary", 501, "#/summary")]
    [InlineData("description", 10_001, "#/description")]
    public async Task No_text_is_longer_than_a_reader_bears(string field, int length, string place)
    {
        using var staff = _city.Client(Sentences.Publish);

        var response = await staff.Create(
            "/api/catalogue/activities", _city.Workshop((field, new { hu = new string('a', length) })));

        Assert.Equal("request-invalid", await response.ProblemCode());
        Assert.Contains(place, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"mode": "online"}""")]
    [InlineData("""{"title": "Robotika"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"title": {"hu": "a"}, "kind": null, "mode": "online"}""")]
    [InlineData("""{"title": {"hu": "a"}, "kind": "event", "mode": "online", "surprise": 1, "capacity": "ten"}""")]
    public async Task What_cannot_be_read_is_malformed(string body)
    {
        using var staff = _city.Client(Sentences.Publish);

        var response = await staff.Create("/api/catalogue/activities", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal((HttpStatusCode.BadRequest, "request-malformed"), (response.StatusCode, await response.ProblemCode()));
    }

    [Fact]
    public async Task Online_it_needs_no_place_and_one_that_can_be_begun_at_any_time_no_date()
    {
        var activity = await _city.HasActivity(("mode", "online"), ("place", null), ("startsAt", null), ("endsAt", null));

        Assert.Equal([activity.Id], (await _city.FindsOf(1, "mode=online")).Items.Select(item => item.Id));
    }
}
