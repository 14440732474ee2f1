using System.Text.Json;

namespace LearningCities.Host.Demo;

/// <summary>Fills a city's catalogue, and moves its dates on when they have grown stale.</summary>
internal static class DemoCatalogue
{
    public static async Task Publish(this DemoCity city, DateOnly today)
    {
        var zone = city.Content.Zone;
        await city.Each(city.Content.Activities, async activity =>
        {
            var (starts, ends) = activity.Dates(today, zone);
            if (activity.IsPast(today, zone))
            {
                ends = StartOf(today.AddDays(2)); // for now it goes on, or nobody could sign up for it any more
            }

            var made = await city.StaffOf(activity.By).Create(
                "/api/catalogue/activities",
                Body(activity, city, city.Organisations[activity.By], starts, ends),
                $"activity-{activity.Key}");
            city.Activities[activity.Key] = made.Id();
        });
    }

    /// <summary>What was over before the demo began is over, now that people have taken part in it.</summary>
    public static Task EndWhatIsPast(this DemoCity city, DateOnly today) =>
        city.Each(city.Content.Activities.Where(a => a.IsPast(today, city.Content.Zone)), async activity =>
        {
            var (starts, ends) = activity.Dates(today, city.Content.Zone);
            await city.StaffOf(activity.By).Change(
                $"/api/catalogue/activities/{city.Activities[activity.Key]}", Body(activity, city, null, starts, ends));
        });

    /// <summary>Gives each activity the dates of today; what somebody has changed in the meantime stays hers.</summary>
    /// <returns>How many were moved.</returns>
    public static async Task<int> MoveOn(this DemoCity city, DateOnly before, DateOnly today)
    {
        var (moved, zone) = (0, city.Content.Zone);
        foreach (var activities in city.Content.Activities.Where(a => a.Starts is not null).GroupBy(a => a.By))
        {
            var staff = city.StaffOf(activities.Key);
            var published = await Published(staff, city.Organisations[activities.Key]);
            await city.Each(activities, async activity =>
            {
                if (published.TryGetValue(activity.Title.First().Value, out var known)
                    && known.GetProperty("state").GetString() == "published"
                    && Instant(known, "startsAt") == activity.Dates(before, zone).Starts)
                {
                    var (starts, ends) = activity.Dates(today, zone);
                    await staff.Change(
                        $"/api/catalogue/activities/{known.Id()}", Body(activity, city, null, starts, ends), known.Version());
                    Interlocked.Increment(ref moved);
                }
            });
        }

        return moved;
    }

    /// <summary>An organisation's activities, by the title in the first language.</summary>
    private static async Task<Dictionary<string, JsonElement>> Published(DemoCaller staff, Guid organisation)
    {
        var found = new Dictionary<string, JsonElement>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await staff.Get($"/api/catalogue/activities/mine?organisation={organisation}&limit=100{cursor}");
            foreach (var activity in page.Items())
            {
                found.TryAdd(activity.GetProperty("title").FirstText(), activity);
            }

            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }

        return found;
    }

    private static bool IsPast(this DemoActivity activity, DateOnly today, TimeZoneInfo zone) =>
        activity.Dates(today, zone).Ends < StartOf(today);

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static DateTimeOffset? Instant(JsonElement activity, string member) =>
        activity.GetProperty(member) is { ValueKind: JsonValueKind.String } at ? at.GetDateTimeOffset() : null;

    private static object Body(
        DemoActivity activity, DemoCity city, Guid? organisationId, DateTimeOffset? startsAt, DateTimeOffset? endsAt) => new
    {
        organisationId,
        activity.Title,
        Summary = activity.Text(words => words.Summary),
        Description = activity.Text(words => words.Description),
        activity.Kind,
        activity.Mode,
        Place = activity.At is { } venue ? city.Content.Plan.Venues[venue] : null,
        startsAt,
        endsAt,
        activity.Languages,
        Price = new { Amount = activity.Price * 100L, city.Content.Plan.City.Currency }, // in fillérs and cents, as ISO 4217 has it
        activity.Skills,
        Ages = activity.Ages is [var from, var to] ? new { from, to } : null,
        activity.Access,
        Capacity = activity.Places,
    };
}
