using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Polly;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>
/// Asks the engine by plain REST: Elasticsearch 8 and 9 and OpenSearch 2 and 3 speak what we need alike, and their own clients
/// refuse each other.
/// </summary>
internal sealed class EngineClient(IHttpClientFactory clients, SearchMeter meter)
{
    /// <summary>Somebody waits for it: it is tried once more, and given up soon.</summary>
    public const string Reading = "search-reading";

    /// <summary>A worker waits for it: it is tried until the engine has time.</summary>
    public const string Writing = "search-writing";

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What it answers; null where there is no such thing.</summary>
    public Task<JsonElement?> Read(string path, object question, CancellationToken cancellation) =>
        Send(Reading, HttpMethod.Post, path, JsonContent.Create(question, question.GetType(), options: Json), cancellation);

    public Task<JsonElement?> Read(string path, CancellationToken cancellation) =>
        Send(Reading, HttpMethod.Get, path, null, cancellation);

    public Task<JsonElement?> Write(HttpMethod method, string path, object? what, CancellationToken cancellation) =>
        Send(Writing, method, path, what is null ? null : JsonContent.Create(what, what.GetType(), options: Json), cancellation);

    public Task<JsonElement?> WriteLines(string path, byte[] lines, CancellationToken cancellation)
    {
        var content = new ByteArrayContent(lines);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return Send(Writing, HttpMethod.Post, path, content, cancellation);
    }

    private async Task<JsonElement?> Send(
        string how, HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(how);
            using var request = new HttpRequestMessage(method, path) { Content = content };
            using var response = await client.SendAsync(request, cancellation);
            if (response.StatusCode is HttpStatusCode.NotFound)
            {
                return null;
            }

            await Refuse(response, cancellation);
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        }
        catch (Exception fault) when (IsAway(fault) && !cancellation.IsCancellationRequested)
        {
            meter.Failed(how);
            throw new IndexAwayException($"The search engine does not answer ({fault.GetBaseException().Message}).", fault);
        }
        catch (IndexAwayException)
        {
            meter.Failed(how);
            throw;
        }
    }

    private static async Task Refuse(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        throw new IndexAwayException(response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "The search engine does not let us in: correct 'Search:ApiKey', or 'Search:User' and 'Search:Password'.",
            HttpStatusCode.Forbidden =>
                "The search engine does not allow us this: give 'Search:User' or 'Search:ApiKey' all rights to indexes that begin with "
                + $"'Search:Prefix'.{await Reason(response, cancellation)}",
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => "The search engine has no time.",
            var other => $"The search engine answers {(int)other}.{await Reason(response, cancellation)}",
        });
    }

    private static async Task<string> Reason(HttpResponseMessage response, CancellationToken cancellation)
    {
        const int Longest = 500;
        var said = await response.Content.ReadAsStringAsync(cancellation);
        return $" It says: {(said.Length > Longest ? said[..Longest] : said)}";
    }

    private static bool IsAway(Exception fault) =>
        fault is HttpRequestException or OperationCanceledException or IOException or ExecutionRejectedException or JsonException;
}
