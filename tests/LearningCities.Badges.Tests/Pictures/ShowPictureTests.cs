using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace LearningCities.Badges.Tests.Pictures;

public sealed class ShowPictureTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task Anyone_sees_the_picture_without_naming_a_city()
    {
        var badge = await _city.HasBadge();
        using var visitor = _city.Anonymous();

        var response = await visitor.GetAsync($"/api/badges/{badge.Id}/picture");

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var svg = XElement.Parse(await response.Content.ReadAsStringAsync());
        var title = svg.Element(XName.Get("title", svg.Name.NamespaceName))!;
        Assert.Equal(("Swimmer, level 2 of 4", svg.Attribute("aria-labelledby")!.Value), (title.Value, title.Attribute("id")!.Value));
    }

    [Fact]
    public async Task A_name_is_a_name_and_not_markup()
    {
        using var officer = _city.Client(Sentences.Define);
        var name = "<script>alert(1)</script> \u0001 & \"so on\"";
        var created = await officer.Create("/api/badges", _city.Swimmer(name: new { en = name }));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);

        var svg = XElement.Parse(await officer.GetStringAsync($"{created.Headers.Location}/picture"));

        Assert.StartsWith("<script>", svg.Elements().First().Value, StringComparison.Ordinal);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public async Task Everything_that_can_be_chosen_can_be_drawn_and_stands_alone()
    {
        using var visitor = _city.Anonymous();
        var designs = (await visitor.GetFromJsonAsync<JsonNode>("/api/badges/designs"))!;
        var drawings = new HashSet<string>();

        foreach (var shape in designs["shapes"]!.AsArray())
        {
            foreach (var emblem in designs["emblems"]!.AsArray())
            {
                var drawing = await visitor.GetStringAsync($"/api/badges/designs/picture?shape={shape}&emblem={emblem}&hue=258&level=3");
                var svg = XElement.Parse(drawing);
                Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "class");
                Assert.True(drawings.Add(string.Concat(svg.Elements().Skip(1))), $"{shape} with {emblem} looks like another one.");
            }
        }

        Assert.InRange(drawings.Count, 100, 1000);
    }

    [Theory]
    [InlineData("shape=cloud&emblem=waves&hue=1")]
    [InlineData("shape=rays&emblem=skull&hue=1")]
    [InlineData("shape=rays&emblem=waves&hue=-1")]
    [InlineData("shape=rays&emblem=waves&hue=1&level=5")]
    [InlineData("shape=rays&emblem=waves&hue=blue")]
    [InlineData("emblem=waves&hue=1")]
    public async Task What_cannot_be_drawn_is_refused(string design)
    {
        using var visitor = _city.Anonymous();

        var response = await visitor.GetAsync($"/api/badges/designs/picture?{design}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await response.ProblemCode();
    }

    [Fact]
    public async Task A_badge_that_nobody_defined_has_none()
    {
        using var visitor = _city.Anonymous();

        foreach (var what in new[] { "picture", "achievement" })
        {
            var response = await visitor.GetAsync($"/api/badges/{Guid.CreateVersion7()}/{what}");

            await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", response);
        }
    }
}
