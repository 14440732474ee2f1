using LearningCities.Web.Tests.Discovering;

namespace LearningCities.Web.Tests.Places;

/// <summary>A learner who has a place in an activity of tomorrow.</summary>
internal sealed record Joined(Town Town, Organiser Organiser, Guid Activity, Visitor Learner, string Place)
{
    public static async Task<Joined> In(WebSuite suite, string language = "en", params (string, object?)[] otherwise)
    {
        var town = await Town.In(suite);
        var organiser = Organiser.In(town);
        var activity = await organiser.Offers("Fix your own bike", otherwise);
        var (learner, person) = await town.Learner("Kovács Réka", language);
        using var joining = town.Person(person, "catalogue:join");
        var place = await Badges.Shares.Id(await joining.Create($"/api/catalogue/activities/{activity}/sign-ups", new { }));
        return new(town, organiser, activity, learner, $"/{town.ShortName}/sign-ups/{place}");
    }
}
