using System.Text.RegularExpressions;

namespace LearningCities.Web.Tests;

/// <summary>Somebody with a browser without script: opens addresses, fills forms in, presses buttons, keeps cookies.</summary>
public sealed partial class Visitor(Uri address, string language = "en") : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = address };

    /// <summary>What is on the screen.</summary>
    public string Screen { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where that is.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>Whether the last form's answer is a page of its own, and not a turn to another: it was refused, or only shown.</summary>
    public bool StayedOnForm { get; private set; }

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
    public Task<HttpResponseMessage> Head(string path) => _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

    public async Task SignIn(string city, string email, string password)
    {
        await Open($"/{city}/sign-in");
        await Press("", ("email", email), ("password", password));
    }

    public bool Sees(string text) => WebUtility.HtmlDecode(Screen).Contains(text, StringComparison.Ordinal);

    /// <summary>What an address beside the pages gives: a file.</summary>
    public Task<HttpResponseMessage> Fetch(string path) => _client.GetAsync(path);

    public void Dispose() => _client.Dispose();

    private async Task Send(HttpRequestMessage request)
    {
        request.Headers.Add("Accept-Language", language);
        using var response = await _client.SendAsync(request);
        (Screen, Status) = (await response.Content.ReadAsStringAsync(), response.StatusCode);
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
