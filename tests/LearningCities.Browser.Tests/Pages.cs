namespace LearningCities.Browser.Tests;

/// <summary>The pages of the story, by the names under which it keeps them.</summary>
internal static class Pages
{
    public static readonly string[] Public =
    [
        "home", "search", "nothing found", "activity", "sign in", "register", "shared badge", "revoked badge", "withdrawn link",
        "verify", "offer",
    ];

    public static readonly string[] OfLearners =
    [
        "my page", "my activities", "my account", "my place", "messages", "pathways", "pathway", "put it on a pathway", "badges",
        "badge", "abroad", "passport",
    ];

    public static readonly string[] OfStaff =
    [
        "organisation", "new activity", "activity of ours", "people", "check in", "give a badge", "our badges", "given badge",
        "placements", "placement", "new offer", "numbers", "searches", "service health",
    ];

    /// <summary>Each page in each language.</summary>
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in Public.Concat(OfLearners).Concat(OfStaff))
            {
                all.Add(name, "en");
                all.Add(name, "hu");
            }

            return all;
        }
    }
}
