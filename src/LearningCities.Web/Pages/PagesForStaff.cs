namespace LearningCities.Web.Pages;

/// <summary>Badges and journeys, and what those need who work in the city: organisations, officers, operators.</summary>
internal static class PagesForStaff
{
    public static void Map(IEndpointRouteBuilder pages)
    {
    }
}
