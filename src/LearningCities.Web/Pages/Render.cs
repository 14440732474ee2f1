using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace LearningCities.Web.Pages;

internal static class Render
{
    public static Task Page<TPage>(HttpContext http) where TPage : IComponent =>
        new RazorComponentResult<TPage> { PreventStreamingRendering = true, StatusCode = http.Response.StatusCode }.ExecuteAsync(http);

    /// <summary>A page that, where it is the same for everybody, has a mark: who comes again with it is sent only that nothing changed.</summary>
    public static async Task Marked<TPage>(HttpContext http) where TPage : IComponent
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

        if (MayBeKept(response) && HasIt(http, drawn))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return;
        }

        drawn.Position = 0;
        await drawn.CopyToAsync(wire, http.RequestAborted);
    }

    // A page with a form is somebody's own: drawing it has set a cookie, or has said that it may not be kept.
    private static bool MayBeKept(HttpResponse response) => response.StatusCode == StatusCodes.Status200OK
        && response.Headers.SetCookie.Count == 0 && response.GetTypedHeaders().CacheControl is { NoStore: false };

    private static bool HasIt(HttpContext http, MemoryStream drawn)
    {
        var mark = new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(drawn.GetBuffer().AsSpan(0, (int)drawn.Length)).AsSpan(0, 12))}\"", isWeak: true);
        http.Response.GetTypedHeaders().ETag = mark;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(mark, useStrongComparison: false));
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
