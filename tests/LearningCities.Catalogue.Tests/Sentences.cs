using System.Net.Http.Headers;

namespace LearningCities.Catalogue.Tests;

/// <summary>What a test says to arrange things. It happens over HTTP, as it would in life.</summary>
internal static class Sentences
{
    public const string Publish = "catalogue:publish";
    public const string Join = "catalogue:join";
    public const string Attend = "catalogue:attend";
    public const string Manage = "catalogue:manage";

    public static DateTimeOffset InDays(double days) => TimeProvider.System.GetUtcNow().AddDays(days);

    /// <summary>A robotics workshop the day after tomorrow, as its organisation would write it, with these changes.</summary>
    public static Dictionary<string, object?> Workshop(this City city, params (string Name, object? Value)[] changes)
    {
        var workshop = new Dictionary<string, object?>
        {
            ["organisationId"] = city.Organisation,
            ["title"] = new { hu = "Robotika kezdőknek", en = "Robotics for beginners" },
            ["kind"] = "workshop",
            ["mode"] = "onsite",
            ["place"] = new { name = "Ifjúsági Ház", address = "Felső Tisza-part 2.", district = "belvaros", latitude = 46.2546, longitude = 20.1514 },
            ["startsAt"] = InDays(2),
            ["endsAt"] = InDays(2.1),
            ["languages"] = new[] { "hu" },
            ["price"] = new { amount = 150_000, currency = "HUF" },
            ["skills"] = new[] { "robotics" },
            ["access"] = new[] { "step-free" },
            ["capacity"] = 20,
        };
        foreach (var (name, value) in changes)
        {
            workshop[name] = value;
        }

        return workshop;
    }

    public static async Task<Activity> HasActivity(this City city, params (string Name, object? Value)[] changes)
    {
        using var staff = city.Client(Publish);
        var created = await staff.Create("/api/catalogue/activities", city.Workshop(changes));
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync());
        return (await created.Content.ReadFromJsonAsync<Activity>())!;
    }

    public static async Task<HttpResponseMessage> Cancels(this City city, Activity activity)
    {
        using var staff = city.Client(Publish);
        return await staff.Change($"/api/catalogue/activities/{activity.Id}/cancellation", null, ETag(activity.Version));
    }

    public static async Task<SignUp> HasSignUp(this City city, Activity activity, Guid learner)
    {
        using var client = city.ClientOf(learner, Join);
        var made = await client.Create($"/api/catalogue/activities/{activity.Id}/sign-ups", new { });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return (await made.Content.ReadFromJsonAsync<SignUp>())!;
    }

    public static async Task HasPlace(this City city, string shortName, double latitude, double longitude)
    {
        using var administrator = city.Client(Manage);
        var drawn = await administrator.PutAsJsonAsync(
            $"/api/catalogue/places/{shortName}", new { title = new { hu = shortName }, kind = "district", latitude, longitude });
        drawn.EnsureSuccessStatusCode();
    }

    /// <summary>What a visitor finds.</summary>
    public static async Task<Found> Finds(this City city, string query = "")
    {
        using var visitor = city.Anonymous();
        return (await visitor.GetFromJsonAsync<Found>($"/api/catalogue/activities?city={city.Id}&{query}"))!;
    }

    /// <summary>What a visitor finds once this many activities have come into the index.</summary>
    public static async Task<Found> FindsOf(this City city, int all, string query)
    {
        await Eventually.Holds(async () => (await city.Finds()).Total == all);
        return await city.Finds(query);
    }

    public static EntityTagHeaderValue ETag(long version) => new($"\"{version}\"");
}

internal sealed record Activity(
    Guid Id, LocalizedText OrganisationName, LocalizedText Title, int? PlacesLeft, string State, DateOnly? CheckedOn, long Version);

internal sealed record SignUp(
    Guid Id, Guid ActivityId, LocalizedText ActivityTitle, Guid LearnerId, string State, string Code, long Version);

internal sealed record Found(
    IReadOnlyList<FoundItem> Items, int Total, Dictionary<string, IReadOnlyList<FacetCount>> Facets, Corrected? DidYouMean, string? Next,
    Noted? Note)
{
    public IEnumerable<string> Titles => Items.Select(item => item.Title["hu"] ?? item.Title["en"]!);
}

internal sealed record FoundItem(
    Guid Id, LocalizedText Title, string? Highlight, double? Distance, LocalizedText OrganisationName, int? PlacesLeft, string? District);

internal sealed record FacetCount(string Value, int Count);

internal sealed record Corrected(string Asked, string Used);

internal sealed record Noted(string Code, string Text);

internal sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);
