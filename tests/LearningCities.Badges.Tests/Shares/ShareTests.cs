namespace LearningCities.Badges.Tests.Shares;

public sealed class ShareTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task Whoever_has_the_code_sees_the_award_under_the_name_that_the_learner_chose()
    {
        var award = await _city.HasAwarded(_learner);
        var share = await _city.HasShared(award);
        using var visitor = suite.NewCity().Anonymous(); // of any city, and it names none

        var response = await visitor.GetAsync($"/api/badges/shares/{share.Code}");

        var shown = (await response.Content.ReadFromJsonAsync<Shown>())!;
        Assert.Equal(("Réka K.", "Swimmer", "valid"), (shown.ShownName, shown.Badge.Name["en"], shown.State));
        Assert.Equal((award.Because, award.Evidence, award.AwardedAt), (shown.Because, shown.Evidence, shown.AwardedAt));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(_learner.ToString(), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_in_visitor_from_another_city_sees_it_too()
    {
        var share = await _city.HasShared(await _city.HasAwarded(_learner));
        using var visitor = suite.NewCity().Client(Sentences.Own);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/api/badges/shares/{share.Code}")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_long_and_survives_being_typed_from_paper()
    {
        var share = await _city.HasShared(await _city.HasAwarded(_learner));
        using var visitor = _city.Anonymous();

        var typed = share.Code.ToUpperInvariant().Replace('0', 'O').Replace('1', 'l').Insert(13, "-").Insert(6, " ");

        Assert.Equal(26, share.Code.Length); // of 32 signs each: 130 bits
        Assert.Equal($"http://localhost:5000/s/{share.Code}", share.Url);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/api/badges/shares/{Uri.EscapeDataString(typed)}")).StatusCode);
    }

    [Fact]
    public async Task After_a_revocation_it_says_so_and_why()
    {
        var award = await _city.HasAwarded(_learner);
        var share = await _city.HasShared(award);
        await _city.Revokes(award);
        using var visitor = _city.Anonymous();

        var shown = await visitor.GetFromJsonAsync<Shown>($"/api/badges/shares/{share.Code}");

        Assert.Equal(("revoked", "mixed up"), (shown!.State, shown.RevokedBecause));
        Assert.NotNull(shown.RevokedAt);
    }

    [Fact]
    public async Task The_credential_behind_it_is_the_learners_own_to_the_byte()
    {
        var award = await _city.HasAwarded(_learner);
        var share = await _city.HasShared(award);
        using var visitor = _city.Anonymous();

        Assert.Equal(await _city.CredentialOf(award), await visitor.GetStringAsync($"/api/badges/shares/{share.Code}/credential"));
    }

    [Fact]
    public async Task Withdrawn_or_over_it_is_not_there()
    {
        var award = await _city.HasAwarded(_learner);
        var withdrawn = await _city.HasShared(award);
        var over = await _city.HasShared(award, until: TimeProvider.System.GetUtcNow().AddSeconds(4));
        using var learner = _city.ClientOf(_learner, Sentences.Own);
        using var visitor = _city.Anonymous();
        var response = await learner.Change($"/api/badges/shares/{withdrawn.Id}/withdrawal", null, new("\"1\""));

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (response.StatusCode, response.Headers.ETag?.Tag));
        await Eventually.Holds(async () =>
            (await visitor.GetAsync($"/api/badges/shares/{over.Code}")).StatusCode is HttpStatusCode.NotFound);
        foreach (var path in new[] { "", "/credential", "/picture", "/verification" })
        {
            await Sentences.AssertRefused(
                HttpStatusCode.NotFound, "not-found", await visitor.GetAsync($"/api/badges/shares/{withdrawn.Code}{path}"));
            await Sentences.AssertRefused(
                HttpStatusCode.NotFound, "not-found", await visitor.GetAsync($"/api/badges/shares/{over.Code}{path}"));
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000000000000000000000")]
    [InlineData("%20")]
    [InlineData("é")]
    public async Task A_code_that_nobody_gave_out_opens_nothing(string code)
    {
        using var visitor = _city.Anonymous();

        await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", await visitor.GetAsync($"/api/badges/shares/{code}"));
    }

    [Fact]
    public async Task The_learner_sees_all_her_links_to_an_award()
    {
        var award = await _city.HasAwarded(_learner);
        var (first, second) = (await _city.HasShared(award), await _city.HasShared(award));
        using var learner = _city.ClientOf(_learner, Sentences.Own);

        var links = await learner.GetFromJsonAsync<Listed<Share>>($"/api/badges/awards/{award.Id}/shares");

        Assert.Equal([second, first], links!.Items);
    }

    [Theory]
    [InlineData("""{ }""", "request-malformed")]
    [InlineData("""{ "shownName": "" }""", "request-invalid")]
    [InlineData("""{ "shownName": "Réka", "until": "tomorrow" }""", "request-malformed")]
    [InlineData("""{ "shownName": "Réka", "until": "2020-01-01T00:00:00Z" }""", "share-already-over")]
    public async Task A_malformed_link_is_refused(string body, string code)
    {
        var award = await _city.HasAwarded(_learner);
        using var learner = _city.ClientOf(_learner, Sentences.Own);

        var response = await learner.Create(
            $"/api/badges/awards/{award.Id}/shares", System.Text.Json.Nodes.JsonNode.Parse(body)!);

        await Sentences.AssertRefused(HttpStatusCode.BadRequest, code, response);
    }

    [Fact]
    public async Task Nobody_else_shares_lists_or_withdraws()
    {
        var award = await _city.HasAwarded(_learner);
        var share = await _city.HasShared(award);
        HttpClient[] others =
        [
            _city.Client(Sentences.Own, Sentences.Award), // not even those who made the award
            suite.NewCity().ClientOf(_learner, Sentences.Own),
        ];

        foreach (var other in others)
        {
            var path = $"/api/badges/awards/{award.Id}/shares";
            await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", await other.Create(path, new { shownName = "X" }));
            await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", await other.GetAsync(path));
            await Sentences.AssertRefused(
                HttpStatusCode.NotFound,
                "not-found",
                await other.Change($"/api/badges/shares/{share.Id}/withdrawal", null, new("\"1\"")));
        }

        using var officer = _city.ClientOf(_learner, Sentences.Award);
        await Sentences.AssertRefused(
            HttpStatusCode.Forbidden,
            "not-allowed",
            await officer.Create($"/api/badges/awards/{award.Id}/shares", new { shownName = "X" }));
    }

    private sealed record Shown(
        string ShownName,
        Badge Badge,
        string Because,
        string? Evidence,
        DateTimeOffset AwardedAt,
        string State,
        DateTimeOffset? RevokedAt,
        string? RevokedBecause);
}
