using System.Text.Json;
using LearningCities.Contracts;

namespace LearningCities.Web.Tests.Discovering;

/// <summary>Who offers something in a town.</summary>
internal sealed class Organiser(Town town, Guid id)
{
    /// <summary>Tomorrow, so that it is neither over nor this hour.</summary>
    public static DateTimeOffset Tomorrow { get; } = TimeProvider.System.GetUtcNow().AddDays(1);

    public static Organiser In(Town town) => new(town, Guid.CreateVersion7());

    /// <summary>An activity that can be found; what is given goes before what is usual.</summary>
    public async Task<Guid> Offers(string title, params (string Name, object? Value)[] otherwise)
    {
        var activity = new Dictionary<string, object?>
        {
            ["organisationId"] = id,
            ["title"] = new LocalizedText("en", title),
            ["summary"] = new LocalizedText("en", "Bring what you have. We show you how."),
            ["kind"] = "workshop",
            ["mode"] = "online",
            ["link"] = "https://meet.example.org/room",
            ["startsAt"] = Tomorrow,
            ["endsAt"] = Tomorrow.AddHours(2),
            ["capacity"] = 10,
        };
        foreach (var (name, value) in otherwise)
        {
            activity[name] = value;
        }

        using var program = town.Program(id, "catalogue:publish");
        var offered = await Badges.Shares.Id(await program.Create("/api/catalogue/activities", activity));
        await Eventually.Holds(async () => // found a moment after it is published
        {
            var found = await program.GetFromJsonAsync<JsonElement>($"/api/catalogue/activities?city={town.ShortName}&limit=100");
            return found.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetGuid() == offered);
        });
        return offered;
    }

    public async Task CallsOff(Guid activity)
    {
        using var program = town.Program(id, "catalogue:publish");
        using var shown = await program.GetAsync($"/api/catalogue/activities/{activity}");
        (await program.Change($"/api/catalogue/activities/{activity}/cancellation", null, shown.Headers.ETag)).EnsureSuccessStatusCode();
    }

    /// <summary>Several words of one kind.</summary>
    public static string[] Several(params string[] words) => words;

    /// <summary>A place where something happens.</summary>
    public static object At(string name, double latitude, double longitude, string district = "") =>
        new { name, address = "Fő utca 1", latitude, longitude, district };
}
