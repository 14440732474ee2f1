using System.Text;
using System.Text.Json.Nodes;

namespace LearningCities.Badges.Tests.Verifying;

public sealed class VerifyTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();
    private readonly Guid _learner = Guid.CreateVersion7();

    [Fact]
    public async Task A_badge_of_ours_is_valid_and_each_check_says_why()
    {
        await suite.Deliver(new OrganisationChanged(
            _city.Id, _city.Organisation, 1, new LocalizedText("en", "Swimming Club"), "", null));
        var credential = await _city.CredentialOf(await _city.HasAwarded(_learner));

        var verification = await Verify(credential);

        Assert.Equal(("valid", "Swimmer", "Swimming Club"), (verification.Verdict, verification.Badge?.Name["en"], verification.IssuerName?.ToString()));
        Assert.Equal(
            [("readable", "passed"), ("schema", "passed"), ("issuer", "passed"), ("signature", "passed"), ("dates", "passed"), ("status", "passed")],
            verification.Checks.Select(check => (check.Name, check.Outcome)));
        Assert.Contains("Swimming Club", verification.Checks[2].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_badge_is_verified_by_its_code()
    {
        var award = await _city.HasAwarded(_learner);
        var share = await _city.HasShared(award);
        using var visitor = _city.Anonymous();

        var before = await visitor.GetFromJsonAsync<Verification>($"/api/badges/shares/{share.Code}/verification");
        await _city.Revokes(award);
        var after = await visitor.GetFromJsonAsync<Verification>($"/api/badges/shares/{share.Code}/verification");

        Assert.Equal(("valid", "revoked"), (before!.Verdict, after!.Verdict));
        Assert.Equal(["status"], after.Checks.Where(check => check.Outcome == "failed").Select(check => check.Name));
    }

    [Fact]
    public async Task A_changed_badge_is_invalid()
    {
        var credential = new Jwt(await _city.CredentialOf(await _city.HasAwarded(_learner)));

        var verification = await Verify(credential.Saying(that => that["credentialSubject"]!["achievement"]!["name"] = "Pilot"));

        Assert.Equal("invalid", verification.Verdict);
        Assert.Equal("failed", verification.Checks.Single(check => check.Name == "signature").Outcome);
    }

    [Fact]
    public async Task Who_pretends_to_be_an_organisation_of_ours_is_found_out()
    {
        var credential = new Jwt(await _city.CredentialOf(await _city.HasAwarded(_learner)));

        var forged = Forgery.Of(credential.Payload);

        var verification = await Verify(forged);
        Assert.Equal("invalid", verification.Verdict);
        Assert.Equal("failed", verification.Checks.Single(check => check.Name == "issuer").Outcome);
    }

    [Fact]
    public async Task One_organisation_cannot_sign_in_the_name_of_another()
    {
        var (one, other) = (_city, suite.NewCity());
        var credential = new Jwt(await one.CredentialOf(await one.HasAwarded(_learner)));
        var others = new Jwt(await other.CredentialOf(await other.HasAwarded(_learner)));

        var mixed = credential.Saying(that => that["issuer"]!["id"] = (string?)others.Payload["iss"]);

        Assert.Equal("invalid", (await Verify(mixed)).Verdict);
    }

    [Theory]
    [InlineData("validUntil", "2020-01-01T00:00:00Z", "expired")]
    [InlineData("validUntil", "2120-01-01T00:00:00Z", "unknown-issuer")]
    [InlineData("validFrom", "2120-01-01T00:00:00Z", "not-yet-valid")]
    public async Task Of_a_badge_by_strangers_it_says_what_it_can(string member, string value, string outcomeOfDates)
    {
        var credential = Strange();
        credential[member] = value;

        var verification = await Verify(Forgery.Of(credential));

        Assert.Equal("unknown-issuer", verification.Verdict); // that nobody knows them comes first
        Assert.Equal(
            [("issuer", "warned"), ("signature", "passed"), ("dates", outcomeOfDates == "unknown-issuer" ? "passed" : "failed"), ("status", "warned")],
            verification.Checks.Skip(2).Select(check => (check.Name, check.Outcome)));
    }

    [Fact]
    public async Task A_stranger_whose_signature_does_not_fit_is_invalid()
    {
        var credential = new Jwt(Forgery.Of(Strange()));

        Assert.Equal("invalid", (await Verify(credential.Saying(that => that["name"] = "Pilot"))).Verdict);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("id")]
    [InlineData("type")]
    [InlineData("@context")]
    [InlineData("validFrom")]
    [InlineData("credentialSubject")]
    public async Task What_lacks_a_part_is_no_badge(string part)
    {
        var credential = Strange();
        credential.AsObject().Remove(part);

        var verification = await Verify(Forgery.Of(credential));

        Assert.Equal("invalid", verification.Verdict);
        Assert.Contains(part, verification.Checks.Single(check => check.Name == "schema").Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iss", "\"https://other.example.org\"")]
    [InlineData("jti", "\"urn:other\"")]
    [InlineData("sub", "\"urn:other\"")]
    [InlineData("nbf", "1")]
    [InlineData("nbf", "\"1\"")]
    [InlineData("exp", "4000000000")]
    public async Task Claims_that_contradict_the_content_make_it_invalid(string claim, string value)
    {
        var credential = Strange();
        credential[claim] = JsonNode.Parse(value);

        Assert.Equal("invalid", (await Verify(Forgery.Of(credential))).Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.e30")] // {} everywhere
    [InlineData("W10.W10.AA")] // [] everywhere
    [InlineData("bnVsbA.bnVsbA.AA")] // null
    [InlineData("eyJhIjoxLCJhIjoyfQ.e30.AA")] // twice the same member
    [InlineData("e30.eyJhIjoi_yJ9.AA")] // no UTF-8
    [InlineData("e30.eyJAY29udGV4dCI6Ilx1ZDgwMCJ9.AA")] // half a letter
    [InlineData("e30.eyJcdWQ4MDAiOjF9.AA")] // half a letter in a name
    [InlineData("eyJhbGciOiJub25lIn0.e30.AA")] // alg none
    [InlineData("é.é.é")]
    [InlineData("<svg")]
    [InlineData("<svg/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg>&a;</svg>")]
    public async Task Whatever_is_sent_gets_an_answer(string credential) =>
        Assert.Equal("invalid", (await Verify(credential)).Verdict);

    [Fact]
    public async Task Random_changes_never_bring_it_down_and_never_pass()
    {
        var credential = await _city.CredentialOf(await _city.HasAwarded(_learner));
        var random = new Random(20261123);

        for (var i = 0; i < 300; i++)
        {
            var changed = new StringBuilder(credential);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                changed[random.Next(changed.Length)] = "ABCxyz019-_."[random.Next(12)];
            }

            // The last sign of a part has bits that mean nothing, so a change there may change nothing.
            if (changed.ToString() != credential && (await Verify(changed.ToString())).Verdict is var verdict and not "invalid")
            {
                Assert.Equal(("valid", credential[..^1]), (verdict, changed.ToString()[..^1]));
            }
        }
    }

    [Fact]
    public async Task Deep_nesting_is_not_followed()
    {
        var deep = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('[', 20_000))).TrimEnd('=');

        Assert.Equal("invalid", (await Verify($"e30.{deep}.AA")).Verdict);
    }

    [Fact]
    public async Task More_than_64_kB_is_refused()
    {
        using var visitor = _city.Anonymous();

        var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { credential = new string('a', 65_537) });

        await Sentences.AssertRefused(HttpStatusCode.BadRequest, "request-invalid", response);
    }

    [Fact]
    public async Task Much_more_is_not_even_read()
    {
        using var visitor = _city.Anonymous();

        var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { credential = new string('a', 200_000) });

        await Sentences.AssertRefused(HttpStatusCode.RequestEntityTooLarge, "too-large", response);
    }

    [Fact]
    public async Task Without_a_credential_there_is_nothing_to_verify()
    {
        using var visitor = _city.Anonymous();

        var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { });

        await Sentences.AssertRefused(HttpStatusCode.BadRequest, "request-malformed", response);
    }

    [Fact]
    public async Task It_explains_itself_in_the_readers_language()
    {
        var credential = await _city.CredentialOf(await _city.HasAwarded(_learner));
        using var visitor = _city.Anonymous();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hu");

        var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { credential });

        var verification = await response.Content.ReadFromJsonAsync<Verification>();
        Assert.Equal("Nem vonták vissza.", verification!.Checks.Single(check => check.Name == "status").Detail);
    }

    [Fact]
    public async Task Samples_of_1EdTech_are_read()
    {
        var (plain, baked) = (Path.Combine(SharedData.OpenBadges, "simple.jwt"), Path.Combine(SharedData.OpenBadges, "simple-jwt.svg"));
        Assert.SkipUnless(File.Exists(plain) && File.Exists(baked), $"1EdTech's samples are not in {SharedData.OpenBadges}.");
        var verify = (await File.ReadAllTextAsync(baked, TestContext.Current.CancellationToken)).Split("verify=\"")[1].Split('"')[0];

        // The form of 2022, and the sample has no achievement: readable, and no complete badge.
        var old = await Verify(await File.ReadAllTextAsync(plain, TestContext.Current.CancellationToken));
        var present = await Verify(verify);
        var picture = await Verify(await File.ReadAllTextAsync(baked, TestContext.Current.CancellationToken));

        Assert.Equal(("invalid", "Example University"), (old.Verdict, old.IssuerName?.ToString()));
        Assert.Contains("credentialSubject.achievement", old.Checks.Single(check => check.Outcome == "failed").Detail, StringComparison.Ordinal);
        Assert.Equal(("unknown-issuer", "Teamwork", "Example Corp"), (present.Verdict, present.Badge?.Name.ToString(), present.IssuerName?.ToString()));
        Assert.Equal("unknown-issuer", picture.Verdict);
        Assert.Equal("passed", present.Checks.Single(check => check.Name == "signature").Outcome); // RSA, with its key inside
    }

    private async Task<Verification> Verify(string credential)
    {
        using var visitor = _city.Anonymous();
        var response = await visitor.PostAsJsonAsync("/api/badges/verifications", new { credential });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Verification>())!;
    }

    private static JsonNode Strange() => JsonNode.Parse("""
        {
          "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
          "id": "urn:uuid:4d4a8a1e-3b6c-4a57-8f3b-6f6b6b2d1f11",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "issuer": { "id": "https://elsewhere.example.org/issuers/1", "type": ["Profile"], "name": "Elsewhere" },
          "validFrom": "2024-01-01T00:00:00Z",
          "name": "Climber",
          "credentialSubject": {
            "id": "did:example:1",
            "type": ["AchievementSubject"],
            "achievement": {
              "id": "https://elsewhere.example.org/badges/1",
              "type": ["Achievement"],
              "name": "Climber",
              "description": "Climbs.",
              "criteria": { "narrative": "Climb." }
            }
          }
        }
        """)!;
}
