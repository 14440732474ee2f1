using Microsoft.AspNetCore.Components;

namespace LearningCities.Web.Pages;

internal static class Render
{
    public static Task Page<TPage>(HttpContext http) where TPage : IComponent =>
        new RazorComponentResult<TPage> { PreventStreamingRendering = true, StatusCode = http.Response.StatusCode }.ExecuteAsync(http);

    /// <summary>The page that says why there is none. It stands in a scope of its own: the first page may have left half a one.</summary>
    public static Task Stop(HttpContext http, int status, string? retryAfter = null) => Instead<Stop>(http, status, retryAfter);

    /// <summary>Another page than the one that was asked for, at its address.</summary>
    public static async Task Instead<TPage>(HttpContext http, int status, string? retryAfter = null) where TPage : IComponent
    {
        var (services, before) = (http.RequestServices, http.Response.Headers.SetCookie);
        await using var scope = services.CreateAsyncScope();
        http.Response.Clear();
        http.Response.Headers.SetCookie = before;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = status;
        if (retryAfter is { Length: > 0 })
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

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
