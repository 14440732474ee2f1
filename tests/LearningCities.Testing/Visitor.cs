using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace LearningCities.Testing;

/// <summary>Somebody with a browser without script: opens addresses, fills forms in, presses buttons, keeps cookies.</summary>
public sealed partial class Visitor(Uri address, string language = "en") : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    /// <summary>What is on the screen.</summary>
    public string Screen { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where that is.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>Whether the last form's answer is a page of its own, and not a turn to another: it was refused, or only shown.</summary>
    public bool StayedOnForm { get; private set; }

    /// <summary>What came with it and is not on the screen.</summary>
    public HttpResponseHeaders? Headers { get; private set; }

    private HttpClient Client => _client ??= new(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = address };

    public Task Open(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Fills in the form that has this button (or the only form), and presses it.</summary>
    public Task Press(string button, params (string Field, string Value)[] typed) => Again(Screen, button, typed);

    /// <summary>Presses a button of a page that was on the screen before: a double tap, or going back.</summary>
    public Task Again(string screen, string button, params (string Field, string Value)[] typed)
    {
        var wanted = button.Length == 0 ? "<form" : $"name=\"do\" value=\"{button}\"";
        var form = Forms().Matches(screen).Select(match => match.Value)
            .FirstOrDefault(html => html.Contains(wanted, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Path} ({Status}) has no button '{button}': {screen}");
        var fields = Hidden().Matches(form).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return Send(new HttpRequestMessage(HttpMethod.Post, WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value))
        {
            Content = new FormUrlEncodedContent(
                fields.Concat(typed).Append(("do", button)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }

    /// <summary>Sends what a browser would send, or what it would never.</summary>
    public Task Send(string action, IEnumerable<(string Field, string Value)> fields) =>
        Send(new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value))),
        });

    /// <summary>What is asked for, without its text.</summary>
    public Task<HttpResponseMessage> Head(string path) => Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

    public async Task SignIn(string city, string email, string password)
    {
        await Open($"/{city}/sign-in");
        await Press("", ("email", email), ("password", password));
    }

    public bool Sees(string text) => WebUtility.HtmlDecode(Screen).Contains(text, StringComparison.Ordinal);

    /// <summary>What an address beside the pages gives: a file.</summary>
    public Task<HttpResponseMessage> Fetch(string path) => Client.GetAsync(path);

    /// <summary>The same, in another way than by looking at it: only whether it is there, or as a form that is none of ours.</summary>
    public Task<HttpResponseMessage> Ask(HttpRequestMessage request) => Client.SendAsync(request);

    /// <summary>What the browser keeps under this name; null where it keeps nothing.</summary>
    public string? Cookie(string name) => _cookies.GetCookies(address)[name]?.Value;

    /// <summary>Takes on a cookie that somebody else's browser was given.</summary>
    public void Keep(string name, string value) => _cookies.Add(address, new Cookie(name, value, "/"));

    public void Dispose() => _client?.Dispose();

    private async Task Send(HttpRequestMessage request)
    {
        request.Headers.Add("Accept-Language", language);
        using var response = await Client.SendAsync(request);
        (Screen, Status, Headers) = (await response.Content.ReadAsStringAsync(), response.StatusCode, response.Headers);
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        StayedOnForm = response.RequestMessage.Method == HttpMethod.Post;
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
