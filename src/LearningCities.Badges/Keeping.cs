namespace LearningCities.Badges;

/// <summary>How long others may keep what they have read.</summary>
internal static class Keeping
{
    /// <summary>Not at all, and no search engine either: a learner can take it back at any moment.</summary>
    public static void NeverKept(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        return await next(context);
    });

    /// <summary>Anybody, for five minutes: what is public and hardly ever changes.</summary>
    public static void Kept(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var answer = await next(context);
        if (answer is not INestedHttpResult { Result: NotFound }) // it may be there in a moment
        {
            context.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        }

        return answer;
    });
}
