using System.Text.Json;
using LearningCities.Contracts;

namespace LearningCities.Web.Tests.Badges;

public class MyBadgeTests(WebSuite suite)
{
    [Fact]
    public async Task A_link_shows_the_badge_to_a_stranger_until_it_is_withdrawn()
    {
        var town = await Town.In(suite);
        var (learner, address) = await HasBadge(town);

        await learner.Open(address);
        await learner.Press("share", ("shownName", "Réka K."), ("until", ""));

        Assert.True(learner.Sees("Your link is ready"));
        var link = Shares.LinkIn(learner.Screen);
        using var stranger = town.Stranger();
        await stranger.Open(link);
        Assert.True(stranger.Sees("Réka K."));
        Assert.True(stranger.Sees("Built a wheel alone."));
        Assert.True(stranger.Sees("This badge is real"));

        await learner.Press("withdraw");
        await stranger.Open(link);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.True(stranger.Sees("This link shows no badge"));
    }

    [Fact]
    public async Task A_link_that_would_be_over_already_is_asked_for_again_and_nothing_typed_is_lost()
    {
        var (learner, address) = await HasBadge(await Town.In(suite));
        await learner.Open(address);

        await learner.Press("share", ("shownName", "Réka from Szeged"), ("until", "2020-01-31"));

        Assert.True(learner.Sees("Choose a day from today on"));
        Assert.True(learner.Sees("value=\"Réka from Szeged\""));
        Assert.True(learner.Sees("value=\"2020-01-31\""));
    }

    [Fact]
    public async Task The_credential_is_saved_as_a_file()
    {
        var (learner, address) = await HasBadge(await Town.In(suite));

        using var file = await learner.Fetch($"{address}/credential");

        Assert.Equal("badge.jwt", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(3, (await file.Content.ReadAsStringAsync()).Split('.').Length);
    }

    [Fact]
    public async Task Somebody_elses_badge_is_not_there()
    {
        var town = await Town.In(suite);
        var (_, address) = await HasBadge(town);
        var (other, _) = await town.Learner("Nagy Bence");

        await other.Open(address);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Who_has_not_signed_in_does_so_first_and_comes_back()
    {
        var town = await Town.In(suite);
        using var stranger = town.Stranger();

        await stranger.Open($"/{town.ShortName}/badges");

        Assert.StartsWith($"/{town.ShortName}/sign-in?next=", stranger.Path, StringComparison.Ordinal);
    }

    private static async Task<(Visitor Learner, string Address)> HasBadge(Town town)
    {
        var (learner, person) = await town.Learner();
        var (_, organisation) = await town.Staff();
        var award = await Shares.HasAward(town, organisation, person);
        return (learner, $"/{town.ShortName}/badges/{award}");
    }
}

internal static class Shares
{
    public static async Task<Guid> HasAward(Town town, Guid organisation, Guid learner)
    {
        using var program = town.Program(organisation, "badges:define", "badges:award");
        var badge = await Id(await program.Create("/api/badges", new
        {
            organisationId = organisation,
            name = new LocalizedText("en", "Bike fixer"),
            description = new LocalizedText("en", "Repairs a bike without help."),
            criteria = new LocalizedText("en", "Repair three bikes."),
            level = 2,
            design = new { shape = "star", emblem = "bicycle", hue = 258 },
        }));
        return await Id(await program.Create(
            $"/api/badges/{badge}/awards", new { learnerId = learner, because = "Built a wheel alone." }));
    }

    public static async Task<Guid> Id(HttpResponseMessage made)
    {
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>The first share link on a page, as a path.</summary>
    public static string LinkIn(string screen)
    {
        var from = screen.IndexOf("/s/", StringComparison.Ordinal);
        return screen[from..screen.IndexOf('"', from)];
    }
}
