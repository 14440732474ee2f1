namespace LearningCities.Badges.Tests.Awards;

public sealed class ShowAwardTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task The_learner_sees_her_award_and_so_does_who_made_it()
    {
        var award = await _city.HasAwarded(_learner);
        using var learner = _city.ClientOf(_learner, Sentences.Own);
        using var officer = _city.Client(Sentences.Award);

        Assert.Equal(award, await learner.GetFromJsonAsync<Award>($"/api/badges/awards/{award.Id}"));
        Assert.Equal(award, await officer.GetFromJsonAsync<Award>($"/api/badges/awards/{award.Id}"));
    }

    [Fact]
    public async Task To_all_others_it_is_not_there()
    {
        var award = await _city.HasAwarded(_learner);
        var anybody = Guid.CreateVersion7();
        HttpClient[] others =
        [
            _city.Client(Sentences.Own), // another learner, even if she acts for the organisation: without the right to award
            _city.ClientOf(anybody, [Guid.CreateVersion7()], Sentences.Award), // another organisation
            _city.ClientOf(_learner, [], Sentences.Award), // her own account, used without its learner's rights
            suite.NewCity().ClientOf(_learner, Sentences.Own, Sentences.Award), // another city
        ];

        foreach (var other in others)
        {
            await Sentences.AssertRefused(
                HttpStatusCode.NotFound, "not-found", await other.GetAsync($"/api/badges/awards/{award.Id}"));
        }
    }

    [Fact]
    public async Task Only_the_signed_in_with_a_right_to_badges_ask()
    {
        var award = await _city.HasAwarded(_learner);
        using var visitor = _city.Anonymous();
        using var reader = _city.ClientOf(_learner, "notifications:read");

        await Sentences.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await visitor.GetAsync($"/api/badges/awards/{award.Id}"));
        await Sentences.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await reader.GetAsync($"/api/badges/awards/{award.Id}"));
    }

    [Fact]
    public async Task It_names_the_organisation_once_the_suite_has_heard_of_it()
    {
        var award = await _city.HasAwarded(_learner);
        await suite.Deliver(Named("Swimming Club", version: 2));
        await suite.Deliver(Named("Old name", version: 1)); // late
        using var learner = _city.ClientOf(_learner, Sentences.Own);

        var shown = await learner.GetStringAsync($"/api/badges/awards/{award.Id}");

        Assert.Contains("""
            "organisationName":{"en":"Swimming Club"}
            """, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Old name", shown, StringComparison.Ordinal);
    }

    private OrganisationChanged Named(string name, long version) =>
        new(_city.Id, _city.Organisation, version, new LocalizedText("en", name), "", "https://example.org");
}
