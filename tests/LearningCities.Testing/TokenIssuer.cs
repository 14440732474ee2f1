using System.Collections.Concurrent;
using System.Security.Cryptography;
using LearningCities.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCities.Testing;

/// <summary>An identity provider on loopback. It stands for one outside the suite; its tokens and keys are real.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly WebApplication _server;

    public TokenIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/.well-known/openid-configuration", () => new { issuer = $"{PublicUrl}/", jwks_uri = $"{Address}/keys" });
        _server.MapGet("/keys", () =>
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            var (x, y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
            return new { keys = new[] { new { kty = "EC", crv = "P-256", kid = KeyId, x, y } } };
        });
        _server.MapPost("/api/identity/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var token = Token(form["client_id"]!, Guid.Parse(form["city"]!), [], [form["scope"]!]);
            return new { access_token = token, expires_in = 600 };
        });
        _server.MapGet("/api/identity/{**path}", (HttpRequest request) =>
            !request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal) ? Results.Unauthorized()
            : Answers.TryGetValue(request.Path, out var answer) ? (answer is int status ? Results.StatusCode(status) : Results.Ok(answer))
            : Results.NotFound());
    }

    /// <summary>
    /// What it answers to a token of one of the suite's programs, by path; a number is a status. What is not here is not found.
    /// </summary>
    public ConcurrentDictionary<string, object> Answers { get; } = [];

    /// <summary>The address by which the suite under test is known, and so the issuer's name.</summary>
    public const string PublicUrl = "http://localhost:5000";

    public SecurityKey Key => new ECDsaSecurityKey(_key) { KeyId = KeyId };

    private const string KeyId = "test";

    public string Address => _server.Urls.First();

    public Task Start() => _server.StartAsync();

    /// <summary>A token of ten minutes, as every service of the suite demands it.</summary>
    public string Token(string subject, Guid city, IEnumerable<Guid> organisations, IEnumerable<string> scopes) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = $"{PublicUrl}/",
            Audience = Authentication.Audience,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject,
                ["city"] = city.ToString(),
                ["organisation"] = organisations.Select(o => o.ToString()).ToArray(),
                ["scope"] = string.Join(' ', scopes),
            },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }
}
