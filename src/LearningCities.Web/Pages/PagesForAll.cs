namespace LearningCities.Web.Pages;

/// <summary>What everybody may look at.</summary>
internal static class PagesForAll
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage<ChooseCity>("/");
        pages.MapPage<Home>("/{city:city}");
    }
}
