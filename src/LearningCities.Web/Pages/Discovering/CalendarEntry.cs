using LearningCities.Web.Calls;

namespace LearningCities.Web.Pages.Discovering;

/// <summary>An activity as an entry for a calendar.</summary>
internal static class CalendarEntry
{
    public static async Task<IResult> Get(Visit visit, Api api)
    {
        var id = visit.Id();
        var entry = (await api.Get<byte[]>($"/api/catalogue/activities/{id}/calendar?city={visit.City.ShortName}")).OrTurn();
        return Results.File(entry, "text/calendar; charset=utf-8", $"{visit.City.ShortName}-{id.ToString()[^8..]}.ics");
    }
}
