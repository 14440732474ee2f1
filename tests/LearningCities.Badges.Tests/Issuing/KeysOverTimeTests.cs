namespace LearningCities.Badges.Tests.Issuing;

/// <summary>Suites of their own, each with a setting that the others must not have.</summary>
public sealed class KeysOverTimeTests
{
    [Fact]
    public async Task After_three_changes_of_keys_every_earlier_badge_can_be_verified()
    {
        await using var suite = new RunningSuite(
            "badges", builder => builder.Configuration["Badges:KeyLifetime"] = "00:00:00"); // a new key for each award
        await suite.InitializeAsync();
        var city = suite.NewCity();
        var badge = await city.HasBadge();

        var credentials = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            credentials.Add(await city.CredentialOf(await city.HasAwarded(badge, Guid.CreateVersion7())));
        }

        Assert.Distinct(credentials.Select(credential => (string?)new Jwt(credential).Header["kid"]));
        using var visitor = city.Anonymous();
        foreach (var credential in credentials)
        {
            var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { credential });
            Assert.Equal("valid", (await response.Content.ReadFromJsonAsync<Verification>())!.Verdict);
        }
    }

    [Fact]
    public async Task Nothing_is_awarded_before_somebody_has_chosen_the_public_address()
    {
        await using var suite = new RunningSuite(
            "badges", builder => builder.Configuration["Badges:AllowLocalIssuer"] = "false");
        await suite.InitializeAsync();
        var city = suite.NewCity();
        var badge = await city.HasBadge();
        using var officer = city.Client(Sentences.Award);

        var response = await officer.Create($"/api/badges/{badge.Id}/awards", Sentences.Shown(Guid.CreateVersion7()));

        await Sentences.AssertRefused(HttpStatusCode.Conflict, "public-url-unset", response);
    }
}
