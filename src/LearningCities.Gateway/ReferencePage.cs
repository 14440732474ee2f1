using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Scalar.AspNetCore;

namespace LearningCities.Gateway;

/// <summary>
/// The API to read, at <c>/api</c>: every operation with what it is for, without script. And to try, at <c>/api/try</c>: there
/// a reader that is well known (Scalar) needs script, and only there it is allowed.
/// </summary>
internal static class ReferencePage
{
    private const string Style =
        "body{margin:0;background:#fbf7f0;color:#1d1b2e;font:1rem/1.6 system-ui,sans-serif}main{max-width:60rem;margin:auto;padding:1.5rem}"
        + "h1{font-size:2rem;line-height:1.2}h2{margin-top:2.5rem;text-transform:capitalize}dl{margin:0}dt{margin-top:1rem;overflow-wrap:anywhere}"
        + "dd{margin:0}code{font:600 .95rem/1.5 ui-monospace,monospace}b{display:inline-block;min-width:4.5rem}"
        + "a{color:#3b2fb5}a:focus-visible{outline:3px solid #e0662a;outline-offset:3px}"
        + "@media (prefers-color-scheme:dark){body{background:#15131f;color:#f3f0fa}a{color:#b9b0ff}}";

    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    private static readonly string ToRead =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string ToTry =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api", Read).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api/try", Try).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api/try.js", () => Results.Text(
            """
            import { initialize } from '/api/reference/scalar.aspnetcore.js';
            initialize('/', false, { sources: [{ title: 'Learning Cities', url: '/openapi.json' }], withDefaultFonts: false, telemetry: false,
              showDeveloperTools: 'never', agent: { disabled: true }, hideClientButton: true }, '');

            """,
            "text/javascript")).AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference("/api/reference").AllowAnonymous(); // for its scripts: its own page would need one within the page
    }

    private static async Task<IResult> Read(MergedDocument document, HttpContext http, CancellationToken cancellation)
    {
        var whole = JsonNode.Parse(await document.Read(cancellation))!.AsObject();
        http.Response.Headers.ContentSecurityPolicy = ToRead;
        return Results.Text(Page(whole), "text/html; charset=utf-8");
    }

    private static IResult Try(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = ToTry;
        return Results.Text(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Try the API</title></head>
            <body><noscript><p>Trying the API needs script. <a href="/api">Read it without.</a></p></noscript><div id="app"></div>
            <script src="/api/reference/scalar.js"></script><script type="module" src="/api/try.js"></script></body></html>
            """,
            "text/html; charset=utf-8");
    }

    private static string Page(JsonObject document)
    {
        var page = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The API of Learning Cities</title>
            <style>{Style}</style></head><body><main><h1>The API of Learning Cities</h1>
            <p>What programs may ask for. Answers are JSON; a refusal is a problem document with a stable code, and <code>/problems/CODE</code> explains it.
            Who needs a key gets it from the administrator of a city. <a href="/openapi.json">The whole as OpenAPI 3.1</a> · <a href="/api/try">Try it (needs script)</a></p>
            <p>{Safe(document["info"]!["description"]!.GetValue<string>())}</p>

            """);
        foreach (var module in document["paths"]!.AsObject().GroupBy(path => path.Key.Split('/')[2]).OrderBy(module => module.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{Safe(module.Key)}\">{Safe(module.Key)}</h2><dl>\n");
            foreach (var (path, verbs) in module.OrderBy(path => path.Key.Contains("/operations", StringComparison.Ordinal))) // operators come last
            {
                foreach (var (verb, operation) in verbs!.AsObject().Where(verb => Verbs.Contains(verb.Key)))
                {
                    page.Append(CultureInfo.InvariantCulture,
                        $"<dt><code><b>{verb.ToUpperInvariant()}</b> {Safe(path)}</code></dt><dd>{Safe(operation!["summary"]?.GetValue<string>() ?? "")}</dd>\n");
                }
            }

            page.Append("</dl>\n");
        }

        return page.Append("</main></body></html>\n").ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
