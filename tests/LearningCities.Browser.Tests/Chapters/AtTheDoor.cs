namespace LearningCities.Browser.Tests.Chapters;

/// <summary>4. She shows her code, staff confirm that she came, her step is done, she is given a badge and told of it.</summary>
internal static class AtTheDoor
{
    public static async Task Tell(Story story)
    {
        var (learner, staff) = (story.Learner, story.Staff);
        await learner.Open($"/{Place.City}/me");
        await learner.Press("Show my code");
        await story.Keep("my place", learner);
        var code = await learner.Scans("svg.badge.xl");
        Assert.StartsWith($"{story.Place.Address}{Place.City}/check-in/", code, StringComparison.Ordinal);

        await staff.Awaits(new Uri(code).AbsolutePath, Story.Heroine); // that staff may know her name comes by an event
        await FindsHerByName(story, staff);
        await staff.Open(code);
        await staff.Press($"Confirm that {Story.Heroine} is here");
        await staff.Sees($"{Story.Heroine} came");
        await story.Keep("check in", staff);
        await learner.Awaits(story.Pathway, "2 of 3");

        await GivesABadge(story);
        await IsTold(story);
    }

    private static async Task FindsHerByName(Story story, Reader staff)
    {
        await staff.Write(("name", "kovago"));
        await staff.Press("Show");
        await staff.Sees(Story.Heroine);
        await staff.SeesNot("Nagy Bence");
        await staff.Open($"/{Place.City}/organisation/activities/{story.ActivityId}/people");
        await staff.Sees("Nagy Bence");
        await story.Keep("people", staff);
    }

    private static async Task GivesABadge(Story story)
    {
        var staff = story.Staff;
        await staff.Press($"Give {Story.Heroine} a badge");
        await story.Keep("give a badge", staff, new Uri(staff.Page.Url).PathAndQuery);
        await staff.Choose("Robot builder");
        await staff.Write(("because", "Repaired a brake alone and explained it to Bence."));
        await staff.Press("Give the badge");
        await staff.Sees("The badge is given. A message is on its way.");
    }

    private static async Task IsTold(Story story)
    {
        var learner = story.Learner;
        await learner.Awaits($"/{Place.City}/messages", "You have been awarded the badge");
        await story.Keep("messages", learner);
        await learner.Open($"/{Place.City}/badges");
        await learner.Sees("Robot builder");
        await story.Keep("badges", learner);
        if (story.Place.Letters is { } letters)
        {
            await letters.Brings(story.HerEmail, "A badge for you");
        }
    }
}
