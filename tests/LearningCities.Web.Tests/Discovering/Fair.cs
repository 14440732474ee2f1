using LearningCities.Contracts;

namespace LearningCities.Web.Tests.Discovering;

/// <summary>
/// A town with a programme that nobody changes, for tests that only look around. Riverside is a short walk from the bicycle
/// workshop, and Old Mill is out of town.
/// </summary>
public sealed class Fair(WebSuite suite) : IAsyncLifetime
{
    public Town Town { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Town = await Town.In(suite);
        await HasPlace("riverside", "Riverside", "district", 46.25, 20.15, [[20.14, 46.24], [20.16, 46.24], [20.16, 46.26], [20.14, 46.24]]);
        await HasPlace("old-mill", "Old Mill", "settlement", 46.35, 20.15, null);
        var organiser = Organiser.In(Town);
        var workshop = Organiser.At("Bike Kitchen", 46.255, 20.15, "riverside");
        await organiser.Offers(
            "Bicycle repair", ("mode", "onsite"), ("place", workshop), ("access", Organiser.Several("step-free")), ("languages", Organiser.Several("hu")));
        await organiser.Offers(
            "Bread baking", ("mode", "onsite"), ("place", Organiser.At("Mill", 46.35, 20.151)), ("kind", "course"),
            ("price", new { amount = 150_000, currency = "EUR" }), ("startsAt", Organiser.Tomorrow.AddDays(3)),
            ("endsAt", Organiser.Tomorrow.AddDays(3).AddHours(3)));
        await organiser.Offers(
            "Robots for beginners", ("title", new LocalizedText([new("hu", "Robotika kezdőknek"), new("en", "Robots for beginners")])),
            ("kind", "club"), ("startsAt", Organiser.Tomorrow.AddDays(1)), ("endsAt", Organiser.Tomorrow.AddDays(1).AddHours(2)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task HasPlace(string shortName, string title, string kind, double latitude, double longitude, double[][]? outline)
    {
        using var city = Town.Program("catalogue:manage");
        var place = new { title = new LocalizedText("en", title), kind, latitude, longitude, outline };
        (await city.PutAsJsonAsync($"/api/catalogue/places/{shortName}", place)).EnsureSuccessStatusCode();
    }
}
