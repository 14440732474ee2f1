namespace LearningCities.Web.Pages;

/// <summary>The first word of an address is a city, unless it is one of the suite's own.</summary>
internal sealed class CityInAddress : IRouteConstraint
{
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "assets", "health", "openapi", "problems", "metrics", ".well-known", "favicon.ico", "robots.txt",
    };

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string city && !Ours.Contains(city);
}
