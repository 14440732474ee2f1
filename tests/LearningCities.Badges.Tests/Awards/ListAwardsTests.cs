namespace LearningCities.Badges.Tests.Awards;

public sealed class ListAwardsTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task A_learner_has_her_own_awards_newest_first_and_page_by_page()
    {
        var awards = new[]
        {
            await _city.HasAwarded(_learner), await _city.HasAwarded(_learner), await _city.HasAwarded(_learner),
        };
        await _city.HasAwarded(Guid.CreateVersion7());
        using var learner = _city.ClientOf(_learner, Sentences.Own);

        var first = await learner.GetFromJsonAsync<Listed<Award>>("/api/badges/awards/mine?limit=2");
        var rest = await learner.GetFromJsonAsync<Listed<Award>>($"/api/badges/awards/mine?limit=2&cursor={first!.Next}");

        Assert.Equal([awards[2].Id, awards[1].Id, awards[0].Id], first.Items.Concat(rest!.Items).Select(a => a.Id));
    }

    [Fact]
    public async Task It_says_what_the_badge_looks_like_and_what_was_revoked()
    {
        var award = await _city.HasAwarded(_learner);
        await _city.Revokes(award);
        using var learner = _city.ClientOf(_learner, Sentences.Own);

        var mine = await learner.GetStringAsync("/api/badges/awards/mine");

        Assert.Contains("""
            "design":{"shape":"rays","emblem":"waves","hue":258}
            """, mine, StringComparison.Ordinal);
        Assert.Contains("""
            "revokedBecause":"mixed up"
            """, mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_has_those_it_made_and_can_ask_for_one_badge()
    {
        var (badge, other) = (await _city.HasBadge(), await _city.HasBadge());
        var award = await _city.HasAwarded(badge, _learner);
        var another = await _city.HasAwarded(other, _learner);
        using var officer = _city.Client(Sentences.Award);

        var all = await officer.GetFromJsonAsync<Listed<Award>>($"/api/badges/awards?organisation={_city.Organisation}");
        var one = await officer.GetFromJsonAsync<Listed<Award>>(
            $"/api/badges/awards?organisation={_city.Organisation}&badge={badge.Id}");

        Assert.Equal([another.Id, award.Id], all!.Items.Select(a => a.Id));
        Assert.Equal([award.Id], one!.Items.Select(a => a.Id));
    }

    [Fact]
    public async Task Another_organisations_awards_are_not_there()
    {
        await _city.HasAwarded(_learner);
        using var stranger = _city.ClientOf(Guid.CreateVersion7(), [Guid.CreateVersion7()], Sentences.Award);

        var response = await stranger.GetAsync($"/api/badges/awards?organisation={_city.Organisation}");

        await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", response);
    }

    [Fact]
    public async Task Only_those_with_the_right_to_them_list_awards()
    {
        using var visitor = _city.Anonymous();
        using var learner = _city.Client(Sentences.Own);

        await Sentences.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await visitor.GetAsync("/api/badges/awards/mine"));
        await Sentences.AssertRefused(
            HttpStatusCode.Forbidden,
            "not-allowed",
            await learner.GetAsync($"/api/badges/awards?organisation={_city.Organisation}"));
        using var officer = _city.Client(Sentences.Award);
        await Sentences.AssertRefused(
            HttpStatusCode.BadRequest, "request-malformed", await officer.GetAsync("/api/badges/awards")); // whose?
    }
}
