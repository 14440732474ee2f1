using System.Net.Http.Headers;

namespace LearningCities.Testing;

/// <summary>A city of a test's own, and the people in it.</summary>
/// <param name="id">Where the suite knows the city already.</param>
public sealed class City(RunningSuite suite, Guid? id = null)
{
    public Guid Id { get; } = id ?? Guid.CreateVersion7();

    /// <summary>An organisation of this city; clients that are given scopes act in its name.</summary>
    public Guid Organisation { get; } = Guid.CreateVersion7();

    /// <summary>Someone, or some program, whose token allows these scopes.</summary>
    public HttpClient Client(params string[] scopes) => ClientOf(Guid.CreateVersion7(), scopes);

    /// <summary>A person the test knows, whose token allows these scopes.</summary>
    public HttpClient ClientOf(Guid person, params string[] scopes)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", suite.Token(person.ToString(), Id, [Organisation], scopes));
        return client;
    }

    /// <summary>Someone whose token allows these scopes, and who acts for no organisation or for others.</summary>
    public HttpClient ClientOf(Guid person, IEnumerable<Guid> organisations, params string[] scopes)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", suite.Token(person.ToString(), Id, organisations, scopes));
        return client;
    }

    /// <summary>A visitor who has not signed in.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler()) { BaseAddress = suite.Address };
}

public static class Requests
{
    /// <summary>A POST that creates, with a key of its own unless the test repeats one.</summary>
    public static Task<HttpResponseMessage> Create(this HttpClient client, string path, object body, string? key = null) =>
        client.Send(HttpMethod.Post, path, body, say => say.Add("Idempotency-Key", key ?? $"{Guid.CreateVersion7()}"));

    /// <summary>A PUT on the version with this ETag.</summary>
    public static Task<HttpResponseMessage> Change(
        this HttpClient client, string path, object? body, EntityTagHeaderValue? seen) =>
        client.Send(HttpMethod.Put, path, body, say => say.IfMatch.Add(seen!));

    /// <summary>The stable code of a refusal; fails where the answer is no problem document.</summary>
    public static async Task<string> ProblemCode(this HttpResponseMessage response)
    {
        return response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? (await response.Content.ReadFromJsonAsync<Problem>())!.Code
            : throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    private static Task<HttpResponseMessage> Send(
        this HttpClient client, HttpMethod method, string path, object? body, Action<HttpRequestHeaders> say)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        say(request.Headers);
        return client.SendAsync(request);
    }
}

/// <summary>The one shape of every refusal.</summary>
public sealed record Problem(string Type, string Code, string Title, int Status, string? Detail);
