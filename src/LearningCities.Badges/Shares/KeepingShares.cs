namespace LearningCities.Badges.Shares;

internal static class KeepingShares
{
    /// <summary>What a code opens is kept by no cache and no search engine: it can be withdrawn at any moment.</summary>
    public static void NeverKept(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        return await next(context);
    });
}
