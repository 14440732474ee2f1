namespace LearningCities.Browser.Tests.Chapters;

/// <summary>3. She registers, takes a place, gives it back and takes it again; others learn that it is full. It goes on her pathway.</summary>
internal static class TakingPart
{
    public static async Task Tell(Story story)
    {
        var learner = story.Learner;
        await learner.Press("Take my place");
        await learner.Sees("No account yet?");
        await story.Keep("sign in", story.Stranger, $"/{Place.City}/sign-in");
        await learner.Press("Make an account");
        await story.Keep("register", story.Stranger, $"/{Place.City}/register");
        await Register(learner, Story.Heroine, story.HerEmail);
        await learner.Press("Take my place");
        await learner.Sees("You have a place.");

        await IsFull(story);
        await GivesItBack(story);
        await Plans(story);
        await story.Keep("my page", learner, $"/{Place.City}/me");
        await story.Keep("my activities", learner, $"/{Place.City}/my-activities");
        await story.Keep("my account", learner, $"/{Place.City}/account");
    }

    public static async Task Register(Reader reader, string name, string email)
    {
        await reader.Write(("name", name), ("email", email), ("password", "too short"));
        await reader.Press("Make my account");
        await reader.Sees("Write a password with at least 12 characters");
        await reader.Write(("password", Story.Password));
        await reader.Press("Make my account");
    }

    private static async Task IsFull(Story story)
    {
        var friend = story.Friend = await story.Meet("Bence");
        await friend.Open($"/{Place.City}/register?next={story.Activity}");
        await Register(friend, "Nagy Bence", $"bence.{story.Once}@example.org");
        await friend.Press("Take my place");
        await friend.Sees("You have a place.");

        await story.Stranger.Open(story.Activity);
        await story.Stranger.Sees("All 2 places are taken");
        await story.Stranger.Sees("people give places back");
    }

    private static async Task GivesItBack(Story story)
    {
        var learner = story.Learner;
        await learner.Unfold("I cannot come");
        await learner.Press("Give my place back");
        await learner.Sees("You have no place here any more.");
        await learner.Press("Look at the activity");
        await learner.Press("Take my place");
        await learner.Sees("You have a place.");
    }

    private static async Task Plans(Story story)
    {
        var learner = story.Learner;
        await learner.Open($"/{Place.City}/pathways");
        await learner.Write(("title", "From bike fan to bike mechanic"));
        await learner.Press("Begin it");
        story.Pathway = learner.Here;
        foreach (var task in new[] { "Ask Ádám how he began", "Clean my own chain" })
        {
            await learner.Write(("task", task));
            await learner.Press("Add this task");
            await learner.Sees(task);
        }

        await learner.Open(story.Activity);
        await learner.Press("Put it on my pathway");
        await story.Keep("put it on a pathway", learner, $"/{Place.City}/pathways/add?activity={story.ActivityId}");
        await learner.Press("Put it there");
        await learner.Sees("0 of 3");
        await learner.PressIn("li.now", "I did it");
        await learner.Sees("1 of 3");
        await learner.SeesPart("li.now:has-text('Clean my own chain')");
        await story.Keep("pathways", learner, $"/{Place.City}/pathways");
        await story.Keep("pathway", learner);
    }
}
