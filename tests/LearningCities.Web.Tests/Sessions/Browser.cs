namespace LearningCities.Web.Tests.Sessions;

/// <summary>A browser that tells which cookies it was given and how, and sends all of them back as one at https would.</summary>
/// <param name="proxySays">The scheme by which the visitor came, where a proxy says so.</param>
internal sealed class Browser(Uri address, string? proxySays = null) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
    private readonly Dictionary<string, (string Value, string Attributes)> _cookies = [];
    private string _screen = "";

    /// <summary>Where the last answer leads; empty where it is a page.</summary>
    public string LedTo { get; private set; } = "";

    public string ValueOf(string cookie) => _cookies[cookie].Value;

    /// <summary>All that a cookie was given with but its value and its end.</summary>
    public string AttributesOf(string cookie) => string.Join(
        "; ", _cookies[cookie].Attributes.Split("; ").Where(one => !one.StartsWith("expires=", StringComparison.Ordinal)));

    public void Keep(string cookie, string value) => _cookies[cookie] = (value, "");

    public Task<string> Open(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends the form on the screen.</summary>
    public Task<string> Sends(string path, params (string Field, string Value)[] typed) => Send(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(typed.Append(("form", Screens.Between(_screen, "name=\"form\" value=\"", "\"").First()))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
    });

    public async Task SignsIn(string city, string email, string password)
    {
        await Open($"/{city}/sign-in");
        await Sends($"/{city}/sign-in", ("email", email), ("password", password));
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value.Value}")));
        if (proxySays is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", proxySays);
        }

        using var answer = await _client.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var (name, rest) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            _cookies[name] = rest.Split("; ", 2) is [var value, var attributes] ? (value, attributes) : (rest, "");
        }

        LedTo = answer.Headers.Location?.ToString() ?? "";
        return _screen = await answer.Content.ReadAsStringAsync();
    }
}
