using System.Globalization;
using System.Text.RegularExpressions;
using LearningCities.Host.Demo;

namespace LearningCities.Browser.Tests.Chapters;

/// <summary>1. An organisation publishes a workshop by the form. It can be found a moment later.</summary>
internal static partial class Publishing
{
    private static readonly TimeZoneInfo Budapest = TimeZoneInfo.FindSystemTimeZoneById("Europe/Budapest");

    public static async Task Tell(Story story)
    {
        var staff = story.Staff = await story.Meet("Judit of the Youth House");
        await SignInByKeyboard(staff);
        await staff.Open($"/{Place.City}/organisation");
        await story.Keep("organisation", staff);
        await staff.Press("Publish an activity");
        await story.Keep("new activity", staff);

        var begins = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Budapest).AddHours(2);
        story.Begins = begins.DateTime;
        await staff.Write(
            ("kind", "workshop"),
            ("title.hu", $"Javítsd meg a bringád! {story.Word} műhelye"), ("title.en", $"Fix your own bike in {story.Word}’s workshop"),
            ("summary.hu", "Hozd a biciklid. Megmutatjuk, hogyan."), ("summary.en", "Bring your bike. We show you how."),
            ("description.hu", "Szerszámot adunk. A végén együtt kipróbáljuk a féket."),
            ("description.en", "We have the tools. At the end we try the brakes together."),
            ("date", Day(begins)), ("from", Time(begins)), ("to", Time(begins.AddMinutes(90))), ("lastDay", Day(begins.AddMinutes(90))),
            ("area", "rokus"), ("placeName", "Biciklikonyha"), ("address", "Vásárhelyi Pál utca 8."), ("position", "46.2610, 20.1330"));
        await staff.Press("Publish"); // without the languages spoken there
        await staff.Sees("Tick at least one language");
        await staff.Choose("Hungarian");
        await staff.Write(("price", "0"), ("capacity", "2"), ("ageFrom", "14"), ("ageTo", "24"), ("skills", "bicycle-repair"));
        await staff.Press("Publish");
        await staff.Sees("It is published. People can find it now.");

        await story.Keep("activity of ours", staff);
        story.Activity = $"/{Place.City}/activities/{Id().Match(staff.Here).Value}";
        await Eventually.Holds(() => IsFound(story));
    }

    /// <summary>With Tab, letters and Enter, and no mouse.</summary>
    private static async Task SignInByKeyboard(Reader staff)
    {
        await staff.Open($"/{Place.City}/sign-in");
        await staff.TabTo("#email");
        await staff.Type("judit@example.org");
        await staff.TabTo("#password");
        await staff.Type(DemoDoor.Password);
        await staff.TabTo("button[type=submit]");
        await staff.Enter();
        await staff.Sees("Hello, Molnár Judit");
    }

    private static async Task<bool> IsFound(Story story)
    {
        using var anyone = new HttpClient(new SocketsHttpHandler()) { BaseAddress = story.Place.Address };
        var found = await anyone.GetStringAsync($"/api/catalogue/activities?city={Place.City}&q={Uri.EscapeDataString(story.Word)}");
        return found.Contains($"{story.ActivityId}", StringComparison.Ordinal);
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
