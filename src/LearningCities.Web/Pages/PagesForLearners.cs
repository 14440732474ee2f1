namespace LearningCities.Web.Pages;

/// <summary>What people do for themselves once they have signed in, and how they sign in.</summary>
internal static class PagesForLearners
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage<SignIn>("/{city:city}/sign-in", Place.Me, posts: true);
        pages.MapPage<SignOut>("/{city:city}/sign-out", Place.Me, posts: true);
    }
}
