using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LearningCities.ServiceDefaults.Calls;

namespace LearningCities.Host.Demo;

/// <summary>Somebody who uses the API of the suite with a token, as a partner would, and comes again when it says so.</summary>
internal sealed class DemoCaller(Neighbours neighbours, string token, CancellationToken cancellation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // What one module tells another takes a moment: until then the other does not know it.
    private static readonly string[] OnTheirWay = ["activity-unknown", "sending-organisation-unknown"];

    public Task<JsonElement> Get(string path) => Send(HttpMethod.Get, path, null, _ => { }, []);

    /// <param name="key">The same at each start, so that a start after a kill makes only what is missing.</param>
    /// <param name="done">Refusals that say that it is there already.</param>
    public Task<JsonElement> Create(string path, object body, string key, params string[] done) =>
        Send(HttpMethod.Post, path, body, headers => headers.Add("Idempotency-Key", $"demo-{key}"), done);

    public Task<JsonElement> Change(string path, object? body, long? seen = null, params string[] done) =>
        Send(HttpMethod.Put, path, body, headers => headers.IfMatch.Add(
            seen is null ? EntityTagHeaderValue.Any : new EntityTagHeaderValue($"\"{seen}\"")), done);

    public Task<JsonElement> Post(string path, object body) => Send(HttpMethod.Post, path, body, _ => { }, []);

    private async Task<JsonElement> Send(
        HttpMethod method, string path, object? body, Action<HttpRequestHeaders> say, string[] done)
    {
        var module = path.Split('/')[2];
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Pause, cancellation))
        {
            using var client = neighbours.To(module);
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = token.Length > 0 ? new AuthenticationHeaderValue("Bearer", token) : null;
            say(request.Headers);
            using var response = await client.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            if (response.IsSuccessStatusCode)
            {
                return JsonElement.Parse(text);
            }

            cancellation.ThrowIfCancellationRequested(); // or what broke off would look like a refusal
            var code = CodeOf(text);
            if (done.Contains(code))
            {
                return default;
            }

            var comeAgain = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            if (!(comeAgain || OnTheirWay.Contains(code)) || waited.Elapsed > Patience)
            {
                throw new HttpRequestException($"The demo asked {method} {path} and was refused: {(int)response.StatusCode} {text}");
            }
        }
    }

    private static string? CodeOf(string text) =>
        text.StartsWith('{') && JsonElement.Parse(text).TryGetProperty("code", out var code) ? code.GetString() : null;
}

internal static class ReadingAnswers
{
    public static Guid Id(this JsonElement answer, string member = "id") => answer.GetProperty(member).GetGuid();

    public static long Version(this JsonElement answer) => answer.GetProperty("version").GetInt64();

    /// <summary>Of a text in several languages, what it says in the one it was written in.</summary>
    public static string FirstText(this JsonElement text) => text.EnumerateObject().First().Value.GetString()!;

    public static IEnumerable<JsonElement> Items(this JsonElement answer) => answer.GetProperty("items").EnumerateArray();
}
