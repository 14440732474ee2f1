using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace LearningCities.ServiceDefaults.Calls;

/// <summary>The tokens of the suite's own programs (RFC 6749 4.4), kept until a minute before they end.</summary>
public sealed class ServiceTokens(ClientSecrets secrets, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string, Guid, string), (string Token, DateTimeOffset Until)> _kept = [];

    internal async Task<string> Get(HttpClient identity, string program, Guid city, string scope, CancellationToken cancellation)
    {
        if (_kept.TryGetValue((program, city, scope), out var kept) && kept.Until > clock.GetUtcNow())
        {
            return kept.Token;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = program,
            ["client_secret"] = secrets.Of(program),
            ["scope"] = scope,
            ["city"] = city.ToString(),
        });
        using var response = await identity.PostAsync("/api/identity/token", form, cancellation);
        response.EnsureSuccessStatusCode();
        var issued = (await response.Content.ReadFromJsonAsync<Issued>(cancellation))!;
        var until = clock.GetUtcNow().AddSeconds(issued.ExpiresIn) - Margin;
        _kept[(program, city, scope)] = (issued.Token, until);
        return issued.Token;
    }

    private sealed record Issued(
        [property: JsonPropertyName("access_token")] string Token,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
