using System.Text;

namespace LearningCities.Browser.Tests.Chapters;

/// <summary>7. The city's officer sees numbers and their picture; the operator sees health and queues.</summary>
internal static class Overlooking
{
    private const int Services = 9; // every part of the suite

    public static async Task Tell(Story story)
    {
        var officer = await story.SignedIn("the city's officer", "officer@example.org");
        await officer.Open($"/{Place.City}/city");
        await officer.Sees("Who learns, and where?");
        foreach (var column in new[] { "Activities", "Places taken", "Badges" })
        {
            await officer.SeesPart($"th:has-text('{column}')");
        }

        await officer.SeesPart("svg.map path");
        await story.Keep("numbers", officer);
        var csv = Encoding.UTF8.GetString(await officer.Saves("Download as CSV"));
        Assert.Contains("\n\"rokus\",", csv, StringComparison.Ordinal);

        await officer.Press("What do people look for?");
        await story.Keep("searches", officer);

        var operating = await story.SignedIn("the operator", "operator@example.org");
        await operating.Awaits("/operations", "Everything works.");
        foreach (var said in new[] { "Queues", "In the memory of the catalogue", "Nobody. All answer." })
        {
            await operating.Sees(said);
        }

        await story.Keep("service health", operating);
        Assert.Equal(Services, await operating.Page.Locator("article.panel .tag.ok").CountAsync());
        Assert.Equal(Services, await operating.Page.Locator("article.panel dd:has-text('for ')").CountAsync()); // each says since when it runs
    }
}
