using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCities.Faults.Story;

/// <summary>
/// Someone who uses the API with a token, and does not give up: a request that was cut off or refused for now is made again,
/// the same and with the same key, until there is an answer.
/// </summary>
internal sealed partial class Caller(HttpClient client, IReadOnlyDictionary<string, string> credentials, Ledger ledger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15); // of a slow machine

    // What one module tells another takes a moment: until then the other does not know it.
    private static readonly string[] OnTheirWay = ["activity-unknown", "sending-organisation-unknown"];

    private string? _token;

    public Task<JsonElement> Create(string path, object body, string key) => Send(HttpMethod.Post, path, body, key, []);

    /// <param name="done">Refusals that say that an earlier try succeeded, and its answer was lost.</param>
    public Task<JsonElement> Change(string path, object? body, params string[] done) => Send(HttpMethod.Put, path, body, null, done);

    private async Task<JsonElement> Send(HttpMethod method, string path, object? body, string? key, string[] done)
    {
        var waited = Stopwatch.StartNew();
        for (var tries = 1; ; tries++)
        {
            var (status, code, answer, replayed) = await Try(method, path, body, key);
            ledger.Heard(status switch
            {
                0 => "no answer",
                412 or 500 => $"{status} to {method} {Id().Replace(path, "…")}", // of which a fault is no excuse
                _ => $"{status}",
            });
            if (status is >= 200 and < 300 || (tries > 1 && done.Contains(code)))
            {
                if (replayed || done.Contains(code))
                {
                    ledger.HeardAtARepeat();
                }

                return answer;
            }

            if (!(status is 0 or 401 or 412 or 429 or >= 500 || OnTheirWay.Contains(code)) || waited.Elapsed > Patience)
            {
                throw new RefusedException($"{method} {path}: {status} {code} {answer} at try {tries}");
            }

            await Task.Delay(Pause);
        }
    }

    private async Task<(int Status, string? Code, JsonElement Answer, bool Replayed)> Try(
        HttpMethod method, string path, object? body, string? key)
    {
        try
        {
            _token ??= await SignIn();
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : new StringContent(
                JsonSerializer.Serialize(body, JsonSerializerOptions.Web), new MediaTypeHeaderValue("application/json"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
            request.Headers.Add(key is null ? "If-Match" : "Idempotency-Key", key ?? "*");
            using var response = await client.SendAsync(request);
            var status = (int)response.StatusCode;
            _token = status == 401 ? null : _token; // it has ended, or the keys have changed
            var answer = Parse(await response.Content.ReadAsStringAsync());
            var code = answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("code", out var said)
                && said.ValueKind is JsonValueKind.String ? said.GetString() : null;
            return (status, code, answer, response.Headers.Contains("Idempotency-Replayed"));
        }
        catch (Exception cut) when (cut is HttpRequestException or TaskCanceledException or IOException)
        {
            return (0, null, default, false);
        }
    }

    private async Task<string> SignIn()
    {
        using var form = new FormUrlEncodedContent(credentials);
        using var response = await client.PostAsync("/api/identity/token", form);
        response.EnsureSuccessStatusCode();
        return Parse(await response.Content.ReadAsStringAsync()).GetProperty("access_token").GetString()!;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    private static JsonElement Parse(string text) => text.StartsWith('{') ? JsonElement.Parse(text) : default;
}

/// <summary>An answer that no fault explains.</summary>
internal sealed class RefusedException(string message) : Exception(message);

internal static class Answers
{
    public static Guid Id(this JsonElement answer) => answer.GetProperty("id").GetGuid();
}
