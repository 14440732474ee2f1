using NJsonSchema;

namespace LearningCities.Badges.Tests.Awards;

public sealed class ShowCredentialTests(BadgesSuite suite)
{
    private const string Schema = "ob_v3p0_achievementcredential_schema.json";

    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task It_is_an_open_badge_3_that_says_what_was_awarded()
    {
        await suite.Deliver(new OrganisationChanged(
            _city.Id, _city.Organisation, 1, new LocalizedText("en", "Swimming Club"), "", "https://swim.example.org"));
        var award = await _city.HasAwarded(_learner);

        var credential = new Jwt(await _city.CredentialOf(award));

        var root = "http://localhost:5000/api/badges";
        Assert.Equal(("ES256", "JWT"), ((string?)credential.Header["alg"], (string?)credential.Header["typ"]));
        Assert.StartsWith($"{root}/issuers/{_city.Organisation}/keys/", (string?)credential.Header["kid"], StringComparison.Ordinal);
        var payload = credential.Payload;
        Assert.Equal(
            ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
            payload["@context"]!.AsArray().Select(context => (string?)context));
        Assert.Equal(("Swimming Club", "https://swim.example.org"), ((string?)payload["issuer"]!["name"], (string?)payload["issuer"]!["url"]));
        Assert.Equal($"{root}/issuers/{_city.Organisation}", (string?)payload["iss"]);
        Assert.Equal((string?)payload["issuer"]!["id"], (string?)payload["iss"]);
        Assert.Equal(($"urn:uuid:{award.Id}", $"urn:uuid:{award.Id}"), ((string?)payload["id"], (string?)payload["jti"]));
        Assert.Equal((string?)payload["credentialSubject"]!["id"], (string?)payload["sub"]);
        Assert.Equal(award.AwardedAt.ToUnixTimeSeconds(), (long)payload["nbf"]!);
        Assert.Equal(award.AwardedAt.ToUnixTimeSeconds(), DateTimeOffset.Parse((string)payload["validFrom"]!, null).ToUnixTimeSeconds());
        var achievement = payload["credentialSubject"]!["achievement"]!;
        Assert.Equal($"{root}/{award.BadgeId}/achievement", (string?)achievement["id"]);
        Assert.Equal($"{root}/{award.BadgeId}/picture", (string?)achievement["image"]!["id"]);
        Assert.Equal("Swim 400 m in the pool, and show the recovery position.", (string?)achievement["criteria"]!["narrative"]);
        Assert.Equal(["Swimming", "First aid"], achievement["tag"]!.AsArray().Select(tag => (string?)tag));
        var evidence = Assert.Single(payload["evidence"]!.AsArray());
        Assert.Equal((award.Evidence, award.Because), ((string?)evidence!["id"], (string?)evidence["narrative"]));
    }

    [Fact]
    public async Task It_has_the_form_that_1EdTechs_schema_demands()
    {
        var file = Path.Combine(SharedData.OpenBadges, Schema);
        Assert.SkipUnless(File.Exists(file), $"1EdTech's schema is not at {file}.");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var known = text.Replace("$defs", "definitions", StringComparison.Ordinal); // as the validator calls them
        var schema = await JsonSchema.FromJsonAsync(known, TestContext.Current.CancellationToken);
        var award = await _city.HasAwarded(_learner);

        var credential = new Jwt(await _city.CredentialOf(award));

        Assert.Empty(schema.Validate(credential.Payload.ToJsonString()));
        credential.Payload["credentialSubject"]!.AsObject().Remove("achievement");
        Assert.NotEmpty(schema.Validate(credential.Payload.ToJsonString())); // it does look
    }

    [Fact]
    public async Task It_names_nobody_and_no_account()
    {
        var award = await _city.HasAwarded(_learner);

        var credential = new Jwt(await _city.CredentialOf(award)).Payload.ToJsonString();

        Assert.DoesNotContain(_learner.ToString(), credential, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_stays_the_same_to_the_byte()
    {
        var award = await _city.HasAwarded(_learner);
        var first = await _city.CredentialOf(award);

        await suite.Deliver(new OrganisationChanged(
            _city.Id, _city.Organisation, 1, new LocalizedText("en", "Now it has a name"), "", null));
        await _city.Revokes(award);

        Assert.Equal(first, await _city.CredentialOf(award));
    }

    [Fact]
    public async Task It_is_the_learners_alone()
    {
        var award = await _city.HasAwarded(_learner);
        using var other = _city.Client(Sentences.Own);
        using var officer = _city.Client(Sentences.Award);
        using var elsewhere = suite.NewCity().ClientOf(_learner, Sentences.Own);
        using var visitor = _city.Anonymous();
        var path = $"/api/badges/awards/{award.Id}/credential";

        await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", await other.GetAsync(path));
        await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", await elsewhere.GetAsync(path));
        await Sentences.AssertRefused(HttpStatusCode.Forbidden, "not-allowed", await officer.GetAsync(path));
        await Sentences.AssertRefused(HttpStatusCode.Unauthorized, "not-signed-in", await visitor.GetAsync(path));
    }
}
