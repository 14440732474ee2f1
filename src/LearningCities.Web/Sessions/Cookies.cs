using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Web.Sessions;

/// <summary>
/// What cookies are called and whether they may be set. Where the public address is https they are <c>__Host-</c> and
/// <c>Secure</c>, whoever ends TLS; on plain http browsers drop such cookies, so there they are plain, and only on the
/// machine itself: over a network they could be read by anyone.
/// </summary>
internal sealed class Cookies(IConfiguration configuration)
{
    public const string Language = "language";

    public bool Secure { get; } = configuration["PublicUrl"]!.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    public string Session => Secure ? "__Host-city" : "city";

    /// <summary>What says that a form is ours.</summary>
    public string Form => Secure ? "__Host-form" : "form";

    /// <summary>Whether somebody can sign in at the address she came by.</summary>
    public bool Work(HttpContext http) => Secure || http.Request.IsHttps || IsThisMachine(http.Request.Host.Host);

    public void SetSession(HttpContext http, string key) => http.Response.Cookies.Append(Session, key, new CookieOptions
    {
        HttpOnly = true,
        Secure = Secure || http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = Sessions.Session.Longest,
        Path = "/",
    });

    public void ForgetSession(HttpContext http) => http.Response.Cookies.Delete(Session, new CookieOptions
    {
        HttpOnly = true,
        Secure = Secure || http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
    });

    /// <summary>A choice somebody made, nothing about her.</summary>
    public void SetLanguage(HttpContext http, string language) => http.Response.Cookies.Append(Language, language, new CookieOptions
    {
        HttpOnly = true,
        Secure = Secure || http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
    });

    public void Describe(AntiforgeryOptions forms)
    {
        forms.FormFieldName = "form";
        forms.Cookie = Secure ? new AlwaysSecure { Name = Form, Path = "/" } : new CookieBuilder { Name = Form, Path = "/" };
        forms.Cookie.HttpOnly = true;
        forms.Cookie.SameSite = SameSiteMode.Lax;
        forms.Cookie.IsEssential = true;
        forms.SuppressXFrameOptionsHeader = true; // the edge sets it for every answer
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // SecurePolicy.Always would refuse every form behind a proxy that ends TLS and does not say so.
    private sealed class AlwaysSecure : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
