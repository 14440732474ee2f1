using System.Net.Http.Headers;

namespace LearningCities.ServiceDefaults.Calls;

/// <summary>
/// The way to another module, whether it shares this process or not. For delivery workers, event handlers and the web front
/// end; a request's verb never calls another module, it uses what it has heard of it.
/// </summary>
public sealed class Neighbours(IHttpClientFactory clients, ServiceTokens tokens)
{
    /// <summary>Without any right. What may be known by anyone, or with a token that the caller adds.</summary>
    public HttpClient To(string module)
    {
        var client = clients.CreateClient(module);
        client.BaseAddress = new Uri($"http://{module}");
        return client;
    }

    /// <summary>In the name of one of the suite's own programs, working in a city, with some of the rights it has.</summary>
    /// <exception cref="HttpRequestException">Identity gives no token now; the work waits and tries again.</exception>
    public async Task<HttpClient> To(string module, string program, Guid city, string scope, CancellationToken cancellation)
    {
        var client = To(module);
        var token = await tokens.Get(To("identity"), program, city, scope, cancellation);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
