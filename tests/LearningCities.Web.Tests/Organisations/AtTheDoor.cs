using System.Text.Json;
using LearningCities.Contracts;

namespace LearningCities.Web.Tests.Organisations;

/// <summary>A workshop that begins in an hour, with a learner who has a place in it.</summary>
internal sealed record AtTheDoor(Town Town, Visitor Staff, Visitor Learner, Guid Organisation, Guid Activity, string Code, Guid Person)
{
    public string People => $"/{Town.ShortName}/organisation/activities/{Activity}/people";

    public static async Task<AtTheDoor> In(WebSuite suite)
    {
        var town = await Town.In(suite);
        var (staff, organisation) = await town.Staff();
        var (learner, person) = await town.Learner();
        using var program = town.Program(organisation, "catalogue:publish");
        var activity = await Badges.Shares.Id(await program.Create("/api/catalogue/activities", new
        {
            organisationId = organisation,
            title = new LocalizedText("en", "Fix your own bike"),
            kind = "workshop",
            mode = "online",
            link = "https://meet.example.org/bike",
            startsAt = TimeProvider.System.GetUtcNow().AddHours(1),
            endsAt = TimeProvider.System.GetUtcNow().AddHours(3),
            capacity = 10,
        }));
        using var joining = town.Person(person, "catalogue:join");
        var made = await joining.Create($"/api/catalogue/activities/{activity}/sign-ups", new { });
        var code = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

        var door = new AtTheDoor(town, staff, learner, organisation, activity, code, person);
        await Eventually.Holds(async () => // that her name is disclosed to the organisation comes by an event
        {
            await staff.Open(door.People);
            return staff.Sees("Kovács Réka");
        });
        return door;
    }
}
