namespace LearningCities.Pathways.Tests;

public sealed class ShowPathwayTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task The_first_step_that_counts_and_is_not_done_is_the_one_to_do_now()
    {
        var pathway = await _learner.Begins();
        await _learner.Adds(pathway, "Read about robots", optional: true);
        await _learner.Adds(pathway, "Build one");
        pathway = await _learner.Adds(pathway, "Show it");

        Assert.Equal("Read about robots next, Build one now, Show it next", pathway.States);
        Assert.Equal("Build one", pathway.Next!.Title.ToString());

        pathway = await _learner.Finishes(pathway, "Show it"); // nobody has to go in order

        Assert.Equal("Read about robots next, Build one now, Show it done", pathway.States);
        Assert.Equal((1, 2, 50), (pathway.Done, pathway.Of, pathway.Percent));
    }

    [Fact]
    public async Task A_cancelled_activity_holds_nobody_up()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Begins();
        await _learner.Adds(pathway, activity);
        pathway = await _learner.Adds(pathway, "Build one");

        await suite.Cancels(_learner.City, activity);

        pathway = await _learner.Sees(pathway);
        Assert.Equal("Robotics cancelled, Build one now", pathway.States);
        Assert.Equal((0, 1, 0), (pathway.Done, pathway.Of, pathway.Percent));
    }

    [Fact]
    public async Task An_activity_is_shown_with_its_latest_title_and_date()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);
        var later = PathwaysSuite.Noon.AddDays(3);

        await suite.Deliver(PathwaysSuite.Published(_learner.City, activity, "Robots", version: 2, later));

        _learner.Client.DefaultRequestHeaders.IfNoneMatch.Add(pathway.Seen()); // what she has is not current any more
        var step = Assert.Single((await _learner.Sees(pathway)).Steps);
        Assert.Equal(("activity", activity, "Robots", later), (step.Kind, step.ActivityId, step.Title.ToString(), step.StartsAt));
    }

    [Fact]
    public async Task A_pathway_is_its_learners_alone()
    {
        var pathway = await _learner.Begins();
        using var other = _learner.City.Client(Learner.Own);
        using var elsewhere = suite.NewCity().ClientOf(_learner.Id, Learner.Own);
        using var unrelated = _learner.City.ClientOf(_learner.Id, "badges:own");
        using var visitor = _learner.City.Anonymous();

        await other.GetAsync(pathway.Address()).Refuses(HttpStatusCode.NotFound, "not-found");
        await elsewhere.GetAsync(pathway.Address()).Refuses(HttpStatusCode.NotFound, "not-found");
        await unrelated.GetAsync(pathway.Address()).Refuses(HttpStatusCode.Forbidden, "not-allowed");
        await visitor.GetAsync($"{pathway.Address()}?city={_learner.City.Id}")
            .Refuses(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    public void Dispose() => _learner.Dispose();
}
