using System.Collections.Concurrent;
using System.Text.Json;

namespace LearningCities.Host.Demo;

/// <summary>What the people of a demo city have done: signed up, taken part, earned badges, planned, applied.</summary>
internal static class DemoPeople
{
    public static async Task SignUpAndAttend(this DemoCity city)
    {
        var stories = city.Content.Stories;
        await city.Each(stories.SignUps.SelectMany(list => list.Value.Select(learner => (list.Key, learner))), async place =>
        {
            var (activity, learner) = place;
            var made = await city.People[learner].Caller.Create(
                $"/api/catalogue/activities/{city.Activities[activity]}/sign-ups",
                new { },
                $"sign-up-{activity}-{learner}",
                "already-signed-up", "activity-over");
            if (made.ValueKind is JsonValueKind.Object && stories.Attended.GetValueOrDefault(activity, []).Contains(learner))
            {
                await city.OrganiserOf(activity).Change($"/api/catalogue/sign-ups/{made.Id()}/attendance", null);
            }
        });
    }

    public static async Task Award(this DemoCity city)
    {
        var (stories, badges) = (city.Content.Stories, new ConcurrentDictionary<string, Guid>());
        await city.Each(stories.Badges, async badge =>
        {
            var made = await city.StaffOf(badge.By).Create("/api/badges", Body(badge, city), $"badge-{badge.Key}");
            badges[badge.Key] = made.Id();
        });
        var organisations = stories.Awards.GroupBy(award => stories.Badges.Single(badge => badge.Key == award.Badge).By);
        await city.Each(organisations, async given =>
        {
            foreach (var award in given) // one after the other: an organisation signs its badges with one list
            {
                await city.Give(award, city.StaffOf(given.Key), badges[award.Badge]);
            }
        });
    }

    private static async Task Give(this DemoCity city, DemoAward award, DemoCaller staff, Guid badge)
    {
        var (learnerId, learner) = city.People[award.To];
        var activityId = award.Activity is { } activity ? city.Activities[activity] : (Guid?)null;
        var made = await staff.Create(
            $"/api/badges/{badge}/awards", new { learnerId, award.Because, activityId }, $"award-{award.Badge}-{award.To}");
        if (award.ShownAs is { } shownName)
        {
            await learner.Create($"/api/badges/awards/{made.Id()}/shares", new { shownName }, $"share-{award.Badge}-{award.To}");
        }

        if (award.Revoked is { } because)
        {
            await staff.Change($"/api/badges/awards/{made.Id()}/revocation", new { because }, null, "award-already-revoked");
        }
    }

    public static Task Plan(this DemoCity city) => city.Each(city.Content.Stories.Pathways, async pathway =>
    {
        var learner = city.People[pathway.Of].Caller;
        var made = await learner.Create("/api/pathways", new { pathway.Title }, $"pathway-{pathway.Of}");
        foreach (var (number, step) in pathway.Steps.Index())
        {
            object body = step.Activity is { } activity
                ? new { activityId = city.Activities[activity], step.Optional }
                : new { title = step.Task, step.Optional };
            var with = await learner.Create($"/api/pathways/{made.Id()}/steps", body, $"step-{pathway.Of}-{number}");
            if (step.Done)
            {
                var own = with.GetProperty("steps").EnumerateArray().Last();
                await learner.Change($"/api/pathways/{made.Id()}/steps/{own.Id()}/done", null);
            }
        }
    });

    private static object Body(DemoBadge badge, DemoCity city) => new
    {
        organisationId = city.Organisations[badge.By],
        badge.Name,
        badge.Description,
        badge.Criteria,
        badge.Level,
        design = new { badge.Shape, badge.Emblem, badge.Hue },
        badge.Skills,
    };
}
