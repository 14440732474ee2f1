using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace LearningCities.Gateway;

/// <summary>
/// Exchanges partners' API keys for short tokens (RFC 8693). Only here: behind the edge nobody knows a key. An exchanged token
/// serves for a minute, so a key that is withdrawn ends within one.
/// </summary>
internal sealed class ApiKeys(Neighbours neighbours, ClientSecrets secrets, TimeProvider clock)
{
    private const string Prefix = "cty_";
    private const int Longest = 200;
    private const int MostKept = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string? Token, DateTimeOffset Until)> _kept = [];

    public static async Task Exchange(HttpContext http, RequestDelegate next)
    {
        var headers = http.Request.Headers;
        var key = headers["X-Api-Key"].ToString() is { Length: > 0 } given ? given
            : headers.Authorization.ToString() is var bearer && bearer.StartsWith($"Bearer {Prefix}", StringComparison.Ordinal)
                ? bearer["Bearer ".Length..] : null;
        headers.Remove("X-Api-Key");
        if (key is not null)
        {
            var token = key.Length > Longest || !key.StartsWith(Prefix, StringComparison.Ordinal) ? null
                : await http.RequestServices.GetRequiredService<ApiKeys>().TokenOf(key, http.RequestAborted);
            headers.Authorization = token is null
                ? throw new ProblemException(401, "api-key-unknown", "This API key is unknown, over or withdrawn.")
                : $"Bearer {token}";
        }

        await next(http);
    }

    private async Task<string?> TokenOf(string key, CancellationToken cancellation)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(hash, out var known) && known.Until > now)
        {
            return known.Token;
        }

        if (_kept.Count > MostKept)
        {
            _kept.Clear(); // somebody is guessing
        }

        var token = await Ask(key, cancellation);
        _kept[hash] = (token, now + Kept);
        return token;
    }

    private async Task<string?> Ask(string key, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
            ["client_id"] = "gateway",
            ["client_secret"] = secrets.Of("gateway"),
            ["subject_token"] = key,
            ["subject_token_type"] = "urn:learning-cities:api-key",
        });
        using var response = await neighbours.To("identity").PostAsync("/api/identity/token", form, cancellation);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Issued>(cancellation))!.Token;
    }

    private sealed record Issued([property: JsonPropertyName("access_token")] string Token);
}
