using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LearningCities.Identity.Tests;

public sealed record Issued(
    [property: JsonPropertyName("access_token")] string Access,
    [property: JsonPropertyName("refresh_token")] string? Refresh,
    [property: JsonPropertyName("expires_in")] int Seconds)
{
    public JsonWebToken Read => new(Access);

    public string[] Scopes => Read.GetPayloadValue<string>("scope").Split(' ');
}

internal static class TokenRequests
{
    public static async Task<HttpResponseMessage> Ask(this RunningSuite suite, params (string Name, string Value)[] form)
    {
        using var program = suite.NewCity().Anonymous();
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await program.PostAsync("/api/identity/token", content);
    }

    public static Task<HttpResponseMessage> Refresh(this RunningSuite suite, string token) => suite.Ask(
        ("grant_type", "refresh_token"), ("client_id", "web"), ("client_secret", "web-secret"), ("refresh_token", token));

    public static Task<HttpResponseMessage> Exchange(this RunningSuite suite, string key) => suite.Ask(
        ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
        ("client_id", "gateway"), ("client_secret", "gateway-secret"),
        ("subject_token", key), ("subject_token_type", "urn:learning-cities:api-key"));

    public static async Task<Issued> Issued(this HttpResponseMessage response)
    {
        Assert.True(response.StatusCode is HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<Issued>())!;
    }

    /// <summary>The protocol's own code of a refusal.</summary>
    public static async Task<string> Error(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!;

    public static HttpClient With(this RunningSuite suite, string token)
    {
        var client = suite.NewCity().Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    public static async Task Refused(this HttpResponseMessage response, HttpStatusCode status, string code) =>
        Assert.Equal((status, code), (response.StatusCode, await response.ProblemCode()));
}
