using LearningCities.Web.Pages.Accounts;
using LearningCities.Web.Pages.Pathways;
using LearningCities.Web.Pages.Places;

namespace LearningCities.Web.Pages;

/// <summary>What people do for themselves once they have signed in, and how they sign in.</summary>
internal static class PagesForLearners
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage<SignIn>("/{city:city}/sign-in", Place.Me, posts: true);
        pages.MapPage<SignOut>("/{city:city}/sign-out", Place.Me, posts: true);
        pages.MapPage<Register>("/{city:city}/register", Place.Me, posts: true);
        pages.MapPage<ForgottenPassword>("/{city:city}/forgotten-password", Place.Me, posts: true);
        pages.MapPage<NewPassword>("/{city:city}/new-password/{token}", Place.Me, posts: true);

        pages.MapPage<MyPage>("/{city:city}/me", Place.Me);
        pages.MapPage<MessageList>("/{city:city}/messages", Place.Me, posts: true);
        pages.MapPage<MyAccount>("/{city:city}/account", Place.Me, posts: true);
        pages.MapPage<MyActivities>("/{city:city}/my-activities", Place.Me);
        pages.MapPage<MyPlace>("/{city:city}/sign-ups/{id:guid}", Place.Me, posts: true);

        pages.MapPage<MyPathways>("/{city:city}/pathways", Place.Pathway, posts: true);
        pages.MapPage<OnePathway>("/{city:city}/pathways/{id:guid}", Place.Pathway, posts: true);
        pages.MapPage<AddToPathway>("/{city:city}/pathways/add", Place.Pathway, posts: true);
    }
}
