using System.Globalization;
using System.Text;

namespace LearningCities.Browser.Tests.Chapters;

/// <summary>2. Somebody without an account searches, sees list and map, opens the activity and takes it into her calendar.</summary>
internal static class Finding
{
    public static async Task Tell(Story story)
    {
        var learner = story.Learner = await story.Meet("Lilla");
        story.Stranger = await story.Meet("a stranger");
        await learner.Open($"/{Place.City}");
        await story.Keep("home", learner);
        await learner.Sees("What would you like to learn?");
        await learner.Write(("q", WithASlip(story.Word)), ("near", "belvaros"));
        await learner.Press("Show me");
        await learner.SeesPart(LinkTo(story));

        await Narrow(story, learner);
        await story.Keep("search", story.Stranger, $"/{Place.City}/discover?near=belvaros");
        await story.Keep("nothing found", story.Stranger, $"/{Place.City}/discover?q=xylophonics");
        await learner.Press($"{story.Word}’s workshop");
        await learner.Sees("Bring your bike. We show you how.");
        await learner.Sees("Biciklikonyha");
        await learner.Sees("2 places left");
        await story.Keep("activity", story.Stranger, story.Activity);
        await TakeIntoCalendar(story, learner);
    }

    private static async Task Narrow(Story story, Reader learner)
    {
        await learner.Unfold("Filters");
        await learner.Choose("Free");
        await learner.Write(("day", story.Begins.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        await learner.Choose("Within 3 km");
        await learner.Press("Show results");
        await learner.SeesPart(LinkTo(story));
        await learner.Sees("Filters, 2 on");
        await learner.Sees("minutes on foot");
        await learner.SeesPart("#map svg a[href='#r1']");
    }

    private static async Task TakeIntoCalendar(Story story, Reader learner)
    {
        var text = Encoding.UTF8.GetString(await learner.Saves("To my calendar"));
        var lines = text.Split("\r\n");
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        var entry = Assert.Single(Ical.Net.Calendar.Load(text)!.Events);
        Assert.Contains(story.Word, entry.Summary, StringComparison.Ordinal);
        Assert.Equal((story.Begins.Hour, story.Begins.Minute), (entry.Start!.Hour, entry.Start.Minute));
        Assert.Equal($"{story.Place.Address.ToString().TrimEnd('/')}{story.Activity}", entry.Url?.ToString());
    }

    private static string LinkTo(Story story) => $"main a[href^='{story.Activity}']"; // the words that were searched for may follow

    /// <summary>As it is typed in a hurry: without accents, with one letter left out.</summary>
    private static string WithASlip(string word)
    {
        var plain = string.Concat(word.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
        return plain.Remove(4, 1);
    }
}
