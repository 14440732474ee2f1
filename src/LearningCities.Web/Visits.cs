using System.Globalization;
using LearningCities.Web.Calls;
using LearningCities.Web.Forms;
using LearningCities.Web.Sessions;
using Microsoft.AspNetCore.Antiforgery;

namespace LearningCities.Web;

/// <summary>What is found out before a page is drawn.</summary>
internal static class Visits
{
    public static void AddVisits(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
    }

    public static Visit Of(HttpContext http) => Find(http) ?? throw new InvalidOperationException("This request is no visit.");

    public static Visit? Find(HttpContext http) => http.Features.Get<Visit>();

    public static void Announce(HttpContext http, City? city, Place place = Place.None) =>
        http.Features.Set(new Visit { Http = http, InCity = city, Language = Speak(http, city), Form = Form.Empty, Place = place });

    /// <returns>False where the answer is given already: to whoever chose a language.</returns>
    public static async Task<bool> Begin(HttpContext http, Place place)
    {
        var cookies = http.RequestServices.GetRequiredService<Cookies>();
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Query["lang"] is [{ } chosen] && IsOurs(chosen))
        {
            KeepLanguage(http, cookies, chosen);
            return false;
        }

        Announce(http, null, place); // before anything can go wrong, so that a page that says so is in the reader's language
        var named = http.Request.RouteValues["city"] as string;
        var city = named is null
            ? null
            : await http.RequestServices.GetRequiredService<Cities>().Find(named, http.RequestAborted) ?? throw Turn.NotFound();
        var session = http.Request.Cookies.ContainsKey(cookies.Session)
            ? await http.RequestServices.GetRequiredService<SessionStore>().Find(http) : null;
        var visit = Of(http) with
        {
            InCity = city,
            SessionAnywhere = session,
            Session = city is null || session?.City == city.Id ? session : null,
            Language = Speak(http, city),
        };
        http.Features.Set(visit);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            http.Features.Set(visit with { Form = await Read(http) });
        }

        Caching(http, session is not null);
        return true;
    }

    private static async Task<Form> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            throw new AntiforgeryValidationException("Not a form of ours.");
        }

        var typed = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return new Form(typed);
        }

        return IsFromHere(http) ? new Form(typed, stale: true) : throw new AntiforgeryValidationException("Not a form of ours.");
    }

    // Another site could fill a form in for somebody, and only wait for her to press the button.
    private static bool IsFromHere(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"] is var site && site.Count > 0
        ? site == "same-origin"
        : !Uri.TryCreate(http.Request.Headers.Origin, UriKind.Absolute, out var origin)
            || origin.Authority.Equals(http.Request.Host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>What somebody chose, else what her browser asks for, else what the city speaks.</summary>
    private static string Speak(HttpContext http, City? city)
    {
        var language = http.Request.Cookies[Cookies.Language] is { } chosen && IsOurs(chosen)
            ? chosen
            : Asked(http) ?? city?.Languages.FirstOrDefault(IsOurs) ?? ServiceDefaults.ServiceDefaults.Languages[0];
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return language;
    }

    private static string? Asked(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => asked.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(IsOurs);

    private static bool IsOurs(string language) => ServiceDefaults.ServiceDefaults.Languages.Contains(language);

    private static void KeepLanguage(HttpContext http, Cookies cookies, string language)
    {
        cookies.SetLanguage(http, language);
        var query = http.Request.Query.Where(asked => asked.Key != "lang").ToDictionary();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path}".TrimStart('/', '\\').Insert(0, "/") + QueryString.Create(query);
    }

    /// <summary>A public page may be kept and is asked for again; a page that somebody has signed in to see is nobody else's.</summary>
    private static void Caching(HttpContext http, bool personal)
    {
        http.Response.Headers.CacheControl = personal ? "no-store" : "private, no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    }
}
