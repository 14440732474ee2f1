using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace LearningCities.Web.Calls;

/// <summary>
/// The modules, as this visitor may use them: with the token of her session, in her language, and with her address, so that
/// limits count her and not us.
/// </summary>
internal sealed class Api(Neighbours neighbours, Visit visit)
{
    public Task<Answer<T>> Get<T>(string path) => Send<T>(HttpMethod.Get, path);

    /// <summary>Makes something. The key is the form's: sent twice, it is made once.</summary>
    public Task<Answer<T>> Create<T>(string path, object body, string key) =>
        Send<T>(HttpMethod.Post, path, body, headers => headers.Add("Idempotency-Key", key));

    public Task<Answer<T>> Post<T>(string path, object body) => Send<T>(HttpMethod.Post, path, body);

    /// <summary>Changes what the visitor has seen in this version; refused with 412 if it is another one by now.</summary>
    public Task<Answer<T>> Change<T>(string path, object? body, long version) =>
        Send<T>(HttpMethod.Put, path, body, headers => headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\"")));

    public Task<Answer<Done>> Remove(string path, long version) =>
        Send<Done>(HttpMethod.Delete, path, null, headers => headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\"")));

    public async Task<Answer<T>> Send<T>(
        HttpMethod method, string path, object? body = null, Action<HttpRequestHeaders>? say = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, body.GetType()),
        };
        if (visit.Session is { } session)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
        }

        Introduce(request);
        say?.Invoke(request.Headers);
        return await neighbours.To(ModuleOf(path)).Ask<T>(request, visit.Cancellation);
    }

    /// <summary>In Web's own name, for what a visitor without an account asks for: to register, to get a new password.</summary>
    public async Task<Answer<T>> AsWeb<T>(HttpMethod method, string path, object body, string scope, string? key = null)
    {
        try
        {
            using var client = await neighbours.To("identity", "web", visit.City.Id, scope, visit.Cancellation);
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, body.GetType()) };
            Introduce(request);
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            return await client.Ask<T>(request, visit.Cancellation);
        }
        catch (Exception e) when (Asking.IsSilence(e) && !visit.Cancellation.IsCancellationRequested)
        {
            return new(default, Refusal.Silence);
        }
    }

    private void Introduce(HttpRequestMessage request)
    {
        request.Headers.AcceptLanguage.ParseAdd(visit.Language);
        request.Headers.Add("X-Forwarded-For", $"{visit.Http.Connection.RemoteIpAddress}");
    }

    private static string ModuleOf(string path) =>
        path.StartsWith("/api/", StringComparison.Ordinal) ? path.Split('/', '?')[2] : throw new ArgumentException(path);
}
