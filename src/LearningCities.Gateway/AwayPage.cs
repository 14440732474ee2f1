using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace LearningCities.Gateway;

/// <summary>
/// What a person sees while the pages themselves do not answer: the gateway has none of their styles, so this page carries its
/// own few lines.
/// </summary>
internal static class AwayPage
{
    private const string Style =
        "body{margin:0;min-height:100vh;display:grid;place-items:center;background:#fbf7f0;color:#1d1b2e;"
        + "font:1.125rem/1.6 system-ui,sans-serif}main{max-width:32rem;padding:1.5rem}h1{font-size:1.75rem;line-height:1.2;text-wrap:balance}"
        + "a{display:inline-block;padding:.75rem 1.25rem;border-radius:.75rem;background:#3b2fb5;color:#fff;font-weight:600;text-decoration:none}"
        + "a:focus-visible{outline:3px solid #e0662a;outline-offset:3px}"
        + "@media (prefers-color-scheme:dark){body{background:#15131f;color:#f3f0fa}a{background:#b9b0ff;color:#15131f}}";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Shows it in place of a problem document where somebody reads pages.</summary>
    public static async Task Show(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (ProblemException away) when (!http.Response.HasStarted && IsForPeople(http.Request))
        {
            http.Response.StatusCode = away.Status;
            http.Response.AskAgain(away.RetryAfter);
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.ContentSecurityPolicy = Policy;
            await http.Response.WriteAsync(Html(http.RequestServices.GetRequiredService<Texts>(), http.Request));
        }
    }

    private static bool IsForPeople(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static string Html(Texts texts, HttpRequest request) =>
        $"""
        <!doctype html>
        <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}">
        <meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>{texts["Away.Title"]}</title><style>{Style}</style>
        <main><h1>{texts["Away.Title"]}</h1><p>{texts["Away.Next"]}</p>
        <p><a href="{WebUtility.HtmlEncode(request.Path + request.QueryString)}">{texts["Away.Again"]}</a></p></main>
        </html>
        """;
}
