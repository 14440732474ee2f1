using System.Text;

namespace LearningCities.Browser.Tests.Chapters;

/// <summary>5. A stranger opens her link and checks the badge; a badge that is taken back turns red; a link can be withdrawn.</summary>
internal static class Showing
{
    public static async Task Tell(Story story)
    {
        var (learner, stranger) = (story.Learner, story.Stranger);
        await learner.Open($"/{Place.City}/badges");
        await learner.Press("Robot builder");
        var credential = Encoding.ASCII.GetString(await learner.Saves("Save the file"));
        Assert.Equal(3, credential.Split('.').Length);

        var link = await MakesALink(learner, "Lilla K.");
        await story.Keep("badge", learner);
        await stranger.Open(link);
        await stranger.Sees("Lilla K.");
        await stranger.Sees("Repaired a brake alone");
        await stranger.Sees("This badge is real");
        await story.Keep("shared badge", stranger);
        await Check(stranger, credential, "This badge is real");
        await story.Keep("verify", story.Stranger, $"/{Place.City}/verify");
        await Check(stranger, Forged(credential), "This is not a real badge");

        await IsRevoked(story);
        await IsWithdrawn(story);
    }

    private static async Task IsWithdrawn(Story story)
    {
        var (learner, stranger) = (story.Learner, story.Stranger);
        var link = await MakesALink(learner, "L.");
        await stranger.Open(link);
        await stranger.Sees("This badge is real");
        await learner.PressIn($".panel:has(a[href='{link}'])", "Withdraw this link");
        await learner.Sees("The link is withdrawn. Nobody can open it now.");
        await stranger.Open(link);
        await stranger.Sees("This link shows no badge");
        await story.Keep("withdrawn link", stranger);
    }

    /// <summary>Her friend's, who was given one by mistake.</summary>
    private static async Task IsRevoked(Story story)
    {
        var (friend, staff, stranger) = (story.Friend, story.Staff, story.Stranger);
        await staff.Open($"/{Place.City}/organisation/activities/{story.ActivityId}/people");
        await staff.PressIn("tr:has-text('Nagy Bence')", "Came");
        await staff.PressIn("tr:has-text('Nagy Bence')", "Give a badge");
        await staff.Choose("Robot builder");
        await staff.Write(("because", "Built a robot."));
        await staff.Press("Give the badge");
        await friend.Open($"/{Place.City}/badges");
        await friend.Press("Robot builder");
        var credential = Encoding.ASCII.GetString(await friend.Saves("Save the file"));
        var link = await MakesALink(friend, "Bence");

        await staff.Open($"/{Place.City}/organisation/badges");
        await story.Keep("our badges", staff);
        await staff.Press("Nagy Bence");
        await story.Keep("given badge", staff);
        await staff.Write(("because", "Another Bence built it."));
        await staff.Press("Take it back");
        await staff.Sees("The badge is taken back. The person is told.");

        await stranger.Open(link);
        await stranger.SeesPart(".verdict.bad:has-text('This badge is no longer valid')");
        await stranger.Sees("Another Bence built it.");
        await story.Keep("revoked badge", stranger);
        await Check(stranger, credential, "This badge is no longer valid");
    }

    private static async Task Check(Reader stranger, string credential, string verdict)
    {
        await stranger.Open($"/{Place.City}/verify");
        await stranger.Write(("credential", credential));
        await stranger.Press("Check the badge");
        await stranger.Sees(verdict);
    }

    /// <summary>With another letter in its signature.</summary>
    private static string Forged(string credential)
    {
        var at = credential.LastIndexOf('.') + 10;
        return credential.Remove(at, 1).Insert(at, credential[at] == 'A' ? "B" : "A");
    }

    private static async Task<string> MakesALink(Reader holder, string shownName)
    {
        await holder.Write(("shownName", shownName));
        await holder.Press("Make the link");
        await holder.Sees("Your link is ready.");
        var link = holder.Page.Locator($".panel:has(b:text-is('{shownName}')) a[href*='/s/']").First;
        return (await link.GetAttributeAsync("href"))!;
    }
}
