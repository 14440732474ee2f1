namespace LearningCities.Gateway;

/// <summary>
/// Lets pages of other sites read what is public anyway: the catalogue, badges and how to call us. Never with credentials.
/// </summary>
internal static class CrossOrigin
{
    private static readonly string[] Public =
        ["/api/catalogue", "/api/badges", "/api/identity/cities", "/api/identity/organisations", "/api/mobility/offers", "/openapi", "/.well-known"];

    public static Task Allow(HttpContext http, RequestDelegate next)
    {
        var (request, response) = (http.Request, http.Response);
        var preflight = HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");
        var reads = preflight
            ? request.Headers["Access-Control-Request-Method"].ToString() is "GET" or "HEAD"
            : HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!reads || !Array.Exists(Public, path => request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            return next(http);
        }

        if (!preflight)
        {
            response.OnStarting(() => // at the end: a refusal, which other sites must be able to read, takes off what was written before it
            {
                Open(response);
                response.Headers.AccessControlExposeHeaders = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";
                return Task.CompletedTask;
            });
            return next(http);
        }

        Open(response);
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = "Accept-Language, If-None-Match";
        response.Headers.AccessControlMaxAge = "7200";
        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static void Open(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
