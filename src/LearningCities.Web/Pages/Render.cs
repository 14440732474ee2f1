using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace LearningCities.Web.Pages;

internal static class Render
{
    public static Task Page<TPage>(HttpContext http) where TPage : IComponent =>
        new RazorComponentResult<TPage> { PreventStreamingRendering = true, StatusCode = http.Response.StatusCode }.ExecuteAsync(http);

    /// <summary>A page that, where it is the same for everybody, has a mark: who comes again with it is sent only that nothing changed.</summary>
    public static async Task Marked<TPage>(HttpContext http) where TPage : IComponent => await Send(http, await Draw<TPage>(http));

    /// <summary>The same of a page that everybody may look at: as it was drawn a moment ago for somebody else.</summary>
    public static async Task Kept<TPage>(Visit visit) where TPage : IComponent
    {
        var (http, pages) = (visit.Http, visit.Http.RequestServices.GetRequiredService<KeptPages>());
        await Send(http, pages.KeyOf(visit) is { } key
            ? await pages.Page(key, () => Draw<TPage>(http), http.RequestAborted)
            : await Draw<TPage>(http));
    }

    private static async Task<Drawn> Draw<TPage>(HttpContext http) where TPage : IComponent
    {
        var (response, wire) = (http.Response, http.Response.Body);
        using var drawn = new MemoryStream();
        try
        {
            response.Body = drawn;
            await Page<TPage>(http);
        }
        finally
        {
            response.Body = wire;
        }

        var page = drawn.ToArray();
        return new Drawn(page, MayBeKept(response) ? Convert.ToHexStringLower(SHA256.HashData(page).AsSpan(0, Drawn.MarkLength / 2)) : null);
    }

    private static async Task Send(HttpContext http, Drawn drawn)
    {
        if (drawn.Mark is { } mark && HasIt(http, new EntityTagHeaderValue($"\"{mark}\"", isWeak: true)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.ContentType = null;
            return;
        }

        http.Response.ContentType ??= "text/html; charset=utf-8";
        http.Response.ContentLength = drawn.Page.Length;
        await http.Response.Body.WriteAsync(drawn.Page, http.RequestAborted);
    }

    // A page with a form is somebody's own: drawing it has set a cookie, or has said that it may not be kept.
    private static bool MayBeKept(HttpResponse response) => response.StatusCode == StatusCodes.Status200OK
        && response.Headers.SetCookie.Count == 0 && response.GetTypedHeaders().CacheControl is { NoStore: false };

    private static bool HasIt(HttpContext http, EntityTagHeaderValue mark)
    {
        http.Response.GetTypedHeaders().ETag = mark;
        return http.Request.Headers.IfNoneMatch.Count > 0
            && http.Request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(mark, useStrongComparison: false));
    }

    /// <summary>The page that says why there is none. It stands in a scope of its own: the first page may have left half a one.</summary>
    public static Task Stop(HttpContext http, int status, TimeSpan? retryAfter = null) => Instead<Stop>(http, status, retryAfter);

    /// <summary>Another page than the one that was asked for, at its address.</summary>
    public static async Task Instead<TPage>(HttpContext http, int status, TimeSpan? retryAfter = null) where TPage : IComponent
    {
        var (services, before) = (http.RequestServices, http.Response.Headers.SetCookie);
        await using var scope = services.CreateAsyncScope();
        http.Response.Clear();
        http.Response.Headers.SetCookie = before;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = status;
        http.Response.AskAgain(retryAfter);
        try
        {
            http.RequestServices = scope.ServiceProvider;
            await Page<TPage>(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }
}
