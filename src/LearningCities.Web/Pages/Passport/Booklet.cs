using LearningCities.Web.Calls;

namespace LearningCities.Web.Pages.Passport;

/// <summary>The passport as a booklet of paper. Mobility knows no names, so its holder's goes there and is not kept.</summary>
internal static class Booklet
{
    public static async Task<IResult> Get(Visit visit, Api api)
    {
        var person = visit.Person;
        var pdf = (await api.Post<byte[]>(
            $"/api/mobility/placements/{visit.Id()}/booklet", new { holderName = person.Name })).OrTurn();
        return Results.File(pdf, "application/pdf", "passport.pdf");
    }
}
