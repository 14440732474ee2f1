using System.Text.Json;

namespace LearningCities.Web.Tests.Badges;

public class SharedTests(WebSuite suite)
{
    [Fact]
    public async Task A_badge_that_was_taken_back_turns_red_and_says_who_when_and_why()
    {
        var town = await Town.In(suite);
        var (_, person) = await town.Learner();
        var (staff, organisation) = await town.Staff();
        var award = await Shares.HasAward(town, organisation, person);
        using var learner = town.Person(person, "badges:own");
        var share = await (await learner.Create($"/api/badges/awards/{award}/shares", new { shownName = "Réka K." }))
            .Content.ReadFromJsonAsync<JsonElement>();

        await staff.Open($"/{town.ShortName}/organisation/awards/{award}");
        await staff.Press("revoke", ("because", "The bike fell apart."));

        using var stranger = town.Stranger();
        await stranger.Open($"/s/{share.GetProperty("code").GetString()}");
        Assert.True(stranger.Sees("This badge is no longer valid"));
        Assert.True(stranger.Sees("verdict bad"));
        Assert.True(stranger.Sees("Szeged Youth House"));
        Assert.True(stranger.Sees("The bike fell apart."));
    }

    [Fact]
    public async Task A_public_page_without_a_form_sets_no_cookie()
    {
        var town = await Town.In(suite);
        using var stranger = town.Stranger();

        using var answer = await stranger.Fetch("/s/nobody-has-this-code");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
