using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCities.Identity.Tests.Tokens;

/// <summary>Tokens that look right and are not, each with all the rest as it should be.</summary>
public sealed class ForgedTokenTests(IdentitySuite suite)
{
    [Fact]
    public async Task The_real_one_is_taken()
    {
        var town = await suite.HasTown();
        var tokens = await town.SignedIn(await town.HasPerson());

        Assert.Equal(HttpStatusCode.OK, await Status(tokens.Access));
    }

    [Fact]
    public async Task Changed_in_any_part_it_is_refused()
    {
        var town = await suite.HasTown();
        var parts = (await town.SignedIn(await town.HasPerson())).Access.Split('.');
        var administrator = Encode(Decode(parts[1]).Replace("identity:self", "identity:self identity:manage", StringComparison.Ordinal));
        var none = Encode("""{"alg":"none","typ":"at+jwt"}""");

        Assert.Equal(HttpStatusCode.Unauthorized, await Status($"{parts[0]}.{administrator}.{parts[2]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status($"{none}.{parts[1]}."));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status($"{none}.{parts[1]}.{parts[2]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status($"{parts[0]}.{parts[1]}."));
    }

    [Fact]
    public async Task Signed_with_the_public_key_as_if_it_were_a_secret_it_is_refused()
    {
        using var visitor = suite.NewCity().Anonymous();
        var published = new JsonWebKeySet(await visitor.GetStringAsync("/.well-known/jwks"));
        var secret = Encoding.UTF8.GetBytes(JsonExtensions(published.Keys.Single()));

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Token(new SymmetricSecurityKey(secret), SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task Signed_with_another_key_under_our_keys_name_it_is_refused()
    {
        using var visitor = suite.NewCity().Anonymous();
        var published = new JsonWebKeySet(await visitor.GetStringAsync("/.well-known/jwks"));
        using var mine = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);

        var kid = published.Keys.Single().Kid;
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Token(new ECDsaSecurityKey(mine) { KeyId = kid }, "ES256")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Token(new RsaSecurityKey(rsa) { KeyId = kid }, "RS256")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Token(new ECDsaSecurityKey(mine) { KeyId = "../../etc/passwd" }, "ES256")));
    }

    [Theory]
    [InlineData("aud", "another-suite")]
    [InlineData("iss", "https://elsewhere.example/")]
    [InlineData("typ", "JWT")]
    [InlineData("exp", "")]
    public async Task By_the_right_key_with_a_wrong_claim_it_is_refused(string claim, string value)
    {
        using var keys = new OurKey();
        await using var trusting = new RunningIdentity(keys.IsTrusted);
        await trusting.InitializeAsync();

        Assert.Equal(HttpStatusCode.NotFound, await Status(Token(keys.Key, "ES256"), trusting)); // taken; nobody has this id
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Token(keys.Key, "ES256", claim, value), trusting));
    }

    private Task<HttpStatusCode> Status(string token) => Status(token, suite);

    private static async Task<HttpStatusCode> Status(string token, RunningSuite suite)
    {
        using var client = suite.With(token);
        return (await client.GetAsync("/api/identity/me")).StatusCode;
    }

    private static string Token(SecurityKey key, string algorithm, string wrong = "", string value = "") =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = wrong == "typ" ? value : "at+jwt",
            Issuer = wrong == "iss" ? value : "http://localhost:5000/",
            Audience = wrong == "aud" ? value : "learning-cities",
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(wrong == "exp" ? -10 : 10),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = Guid.CreateVersion7().ToString(),
                ["city"] = Guid.CreateVersion7().ToString(),
                ["scope"] = "identity:self",
            },
            SigningCredentials = new SigningCredentials(key, algorithm),
        });

    private static string JsonExtensions(JsonWebKey key) => $"{key.X}.{key.Y}";

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(part));

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);
}
