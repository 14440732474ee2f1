using LearningCities.Web.Calls;
using LearningCities.Web.Pages.Discovering;

namespace LearningCities.Web.Pages;

/// <summary>What everybody may look at.</summary>
internal static class PagesForAll
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage<ChooseCity>("/", keeps: true);
        pages.MapPage<Home>("/{city:city}", keeps: true, suggests: true);
        pages.MapPage<Discover>("/{city:city}/discover", Place.Find, keeps: true, suggests: true);
        pages.MapPage<ActivityPage>("/{city:city}/activities/{id:guid}", Place.Find, posts: true, keeps: true);
        pages.MapFile("/{city:city}/activities/{id:guid}/calendar", CalendarEntry.Get);
        pages.MapPage<Accessibility>("/{city:city}/accessibility", keeps: true);
        pages.MapPage<YourData>("/{city:city}/your-data", keeps: true);
        pages.MapFile("/{city:city}/{**mistyped}", (_, _) => throw Turn.NotFound()); // a page that says so, not a document
    }
}
