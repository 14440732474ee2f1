using LearningCities.Web.Calls;
using LearningCities.Web.Pages.Discovering;

namespace LearningCities.Web.Pages;

/// <summary>What everybody may look at.</summary>
internal static class PagesForAll
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage<ChooseCity>("/");
        pages.MapPage<Home>("/{city:city}");
        pages.MapPage<Discover>("/{city:city}/discover", Place.Find);
        pages.MapPage<ActivityPage>("/{city:city}/activities/{id:guid}", Place.Find, posts: true);
        pages.MapFile("/{city:city}/activities/{id:guid}/calendar", CalendarEntry.Get);
        pages.MapPage<Accessibility>("/{city:city}/accessibility");
        pages.MapPage<YourData>("/{city:city}/your-data");
        pages.MapFile("/{city:city}/{**mistyped}", (_, _) => throw Turn.NotFound()); // a page that says so, not a document
    }
}
