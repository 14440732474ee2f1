using System.Text.Json.Nodes;

namespace LearningCities.Badges.Tests.Issuing;

/// <summary>What the world reads to check a badge. None of these addresses names a city.</summary>
public sealed class IssuerTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task The_key_that_a_badge_names_is_one_key_and_public()
    {
        var credential = new Jwt(await _city.CredentialOf(await _city.HasAwarded(_learner)));

        var key = await Read((string)credential.Header["kid"]!);

        Assert.Equal(("EC", "P-256", "ES256"), ((string?)key["kty"], (string?)key["crv"], (string?)key["alg"]));
        Assert.Equal((string?)credential.Header["kid"], (string?)key["kid"]);
        Assert.Null(key["d"]);
        Assert.Null(key["keys"]);
    }

    [Fact]
    public async Task An_issuer_says_who_it_is_and_lists_its_keys()
    {
        await suite.Deliver(new OrganisationChanged(
            _city.Id, _city.Organisation, 1, new LocalizedText("en", "Swimming Club"), "", null));
        var credential = new Jwt(await _city.CredentialOf(await _city.HasAwarded(_learner)));
        var issuer = (string)credential.Payload["iss"]!;

        var profile = await Read(issuer);
        var keys = await Read($"{issuer}/jwks");

        Assert.Equal((issuer, "Swimming Club"), ((string?)profile["id"], (string?)profile["name"]));
        Assert.Equal([(string?)credential.Header["kid"]], keys["keys"]!.AsArray().Select(key => (string?)key!["kid"]));
    }

    [Fact]
    public async Task An_achievement_is_at_the_address_that_badges_name()
    {
        var credential = new Jwt(await _city.CredentialOf(await _city.HasAwarded(_learner)));
        var signed = credential.Payload["credentialSubject"]!["achievement"]!;

        var achievement = await Read((string)signed["id"]!);

        Assert.Equal(signed.ToJsonString(), achievement.ToJsonString());
    }

    [Fact]
    public async Task Whoever_has_awarded_nothing_is_no_issuer()
    {
        await _city.HasBadge();
        using var visitor = _city.Anonymous();

        foreach (var path in new[] { "", "/jwks", $"/keys/{Guid.CreateVersion7()}" })
        {
            var response = await visitor.GetAsync($"/api/badges/issuers/{_city.Organisation}{path}");

            await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", response);
        }
    }

    [Fact]
    public async Task A_key_is_not_another_issuers()
    {
        var credential = new Jwt(await _city.CredentialOf(await _city.HasAwarded(_learner)));
        var other = Guid.CreateVersion7(); // of the same city, and an issuer, too
        using var officer = _city.ClientOf(Guid.CreateVersion7(), [other], Sentences.Define, Sentences.Award);
        var badge = await officer.Create("/api/badges", _city.Swimmer(organisation: other));
        await officer.Create($"{badge.Headers.Location}/awards", Sentences.Shown(_learner));
        using var visitor = _city.Anonymous();
        var key = ((string)credential.Header["kid"]!).Split('/')[^1];
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/api/badges/issuers/{other}")).StatusCode);

        var response = await visitor.GetAsync($"/api/badges/issuers/{other}/keys/{key}");

        await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", response);
    }

    /// <summary>Badges name the public address; the suite under test answers at another one.</summary>
    private async Task<JsonNode> Read(string address)
    {
        using var visitor = _city.Anonymous();
        return JsonNode.Parse(await visitor.GetStringAsync(new Uri(address).PathAndQuery))!;
    }
}
