using LearningCities.Web.Calls;
using LearningCities.Web.Pages.Organisations;

namespace LearningCities.Web.Pages.Passport;

/// <summary>The passport as a booklet of paper. Mobility knows no names, so its holder's goes there and is not kept.</summary>
internal static class Booklet
{
    // Nobody told us her name: then it is written by hand, like the rest.
    private const string Unnamed = "…";

    public static async Task<IResult> Get(Visit visit, Api api)
    {
        var placement = (await api.Get<Placement>($"/api/mobility/placements/{visit.Id()}")).OrTurn();
        var name = placement.IsMine ? visit.Person.Name : (await new People(api).Named([placement.LearnerId]))[placement.LearnerId];
        var pdf = (await api.Post<byte[]>(
            $"/api/mobility/placements/{placement.Id}/booklet", new { holderName = name ?? Unnamed })).OrTurn();
        return Results.File(pdf, "application/pdf", "passport.pdf");
    }
}
