using LearningCities.Contracts.Pathways;

namespace LearningCities.Pathways.Tests;

public sealed class FollowOnActivityCancelledTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task When_the_last_open_step_is_cancelled_the_rest_is_the_whole_pathway()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Adds(await _learner.Begins(), activity), "Build one");
        await _learner.Finishes(pathway, "Build one");

        await suite.Cancels(_learner.City, activity);

        pathway = await _learner.Sees(pathway);
        Assert.Equal(("Robotics cancelled, Build one done", 100), (pathway.States, pathway.Percent));
        await suite.EventsOf<PathwayCompleted>().First(e => e.PathwayId == pathway.Id && e.Version == pathway.Version);
    }

    [Fact]
    public async Task Where_nothing_is_left_nothing_is_completed()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);

        await suite.Cancels(_learner.City, activity);

        pathway = await _learner.Sees(pathway);
        Assert.Equal(("Robotics cancelled", 0, 0, null), (pathway.States, pathway.Of, pathway.Percent, pathway.CompletedAt));
    }

    [Fact]
    public async Task The_latest_news_of_an_activity_stays_whatever_comes_after_it()
    {
        var activity = Guid.CreateVersion7();
        await suite.Cancels(_learner.City, activity, version: 3);
        await suite.Deliver(PathwaysSuite.Published(_learner.City, activity, version: 2));

        await _learner.Client.Create($"{(await _learner.Begins()).Address()}/steps", new { activityId = activity })
            .Refuses(HttpStatusCode.Conflict, "activity-called-off");
    }

    [Fact]
    public async Task Who_was_there_before_it_was_cancelled_keeps_the_step()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);
        await suite.Confirms(_learner.City, activity, _learner.Id);

        await suite.Cancels(_learner.City, activity);

        Assert.Equal("Robotics done", (await _learner.Sees(pathway)).States);
    }

    public void Dispose() => _learner.Dispose();
}
