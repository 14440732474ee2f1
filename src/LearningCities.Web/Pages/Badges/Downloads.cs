using System.Text;
using LearningCities.Web.Calls;

namespace LearningCities.Web.Pages.Badges;

/// <summary>The credential as a file: what its holder keeps, and what a stranger checks with a program of her own.</summary>
internal static class Downloads
{
    public static async Task<IResult> Credential(Visit visit, Api api)
    {
        _ = visit.Person;
        return File(await api.Get<string>($"/api/badges/awards/{visit.Id()}/credential"));
    }

    public static async Task<IResult> SharedCredential(Visit visit, Api api) =>
        File(await api.Get<string>($"/api/badges/shares/{Uri.EscapeDataString(visit.Word("code"))}/credential"));

    private static IResult File(Answer<string> credential) =>
        Results.File(Encoding.ASCII.GetBytes(credential.OrTurn()), "application/vc+jwt", "badge.jwt");
}
