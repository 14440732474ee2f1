using LearningCities.Contracts.Pathways;

namespace LearningCities.Pathways.Tests;

public sealed class CreditOnAttendanceConfirmedTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task Who_took_part_has_done_the_step_on_each_of_her_pathways()
    {
        var activity = await suite.Publishes(_learner.City);
        var one = await _learner.Adds(await _learner.Begins(), activity);
        var other = await _learner.Adds(await _learner.Adds(await _learner.Begins(), activity), "Build one");

        await suite.Confirms(_learner.City, activity, _learner.Id);

        one = await _learner.Sees(one);
        Assert.Equal(("Robotics done", PathwaysSuite.Noon), (one.States, one.Steps[0].DoneAt));
        Assert.Equal("Robotics done, Build one now", (await _learner.Sees(other)).States);
        var told = await suite.EventsOf<PathwayCompleted>().First(e => e.LearnerId == _learner.Id);
        Assert.Equal((one.Id, one.Version), (told.PathwayId, told.Version));
    }

    [Fact]
    public async Task An_event_that_comes_twice_counts_once()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);
        var confirmed = PathwaysSuite.Confirmed(_learner.City, activity, _learner.Id);
        var message = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => suite.Deliver(confirmed, message))); // a broker that repeats itself
        await suite.Deliver(confirmed); // Catalogue publishes its state again: the same event under a new id

        Assert.Equal(("Robotics done", 3), ((await _learner.Sees(pathway)).States, (await _learner.Sees(pathway)).Version));
        await suite.EventsOf<PathwayCompleted>().First(e => e.PathwayId == pathway.Id);
        Assert.Single(suite.EventsOf<PathwayCompleted>().All(e => e.PathwayId == pathway.Id));
    }

    [Fact]
    public async Task What_she_completes_by_what_is_told_again_is_no_news()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity); // restored from before she took part

        await suite.DeliverAgain(PathwaysSuite.Confirmed(_learner.City, activity, _learner.Id));

        Assert.Equal("Robotics done", (await _learner.Sees(pathway)).States);
        Assert.Equal(8, Assert.Single(await suite.Told(), told => told.Subject == pathway.Id).Id.Version);
    }

    [Fact]
    public async Task It_is_credited_whether_the_step_or_the_attendance_was_first_even_by_a_moment()
    {
        for (var i = 0; i < 10; i++)
        {
            var activity = await suite.Publishes(_learner.City);
            var pathway = await _learner.Begins();

            await Task.WhenAll(
                _learner.Adds(pathway, activity),
                suite.Confirms(_learner.City, activity, _learner.Id));

            Assert.Equal("Robotics done", (await _learner.Sees(pathway)).States);
        }
    }

    [Fact]
    public async Task Attendance_may_be_known_before_the_activity_is()
    {
        var activity = Guid.CreateVersion7();
        await suite.Confirms(_learner.City, activity, _learner.Id);
        await suite.Deliver(PathwaysSuite.Published(_learner.City, activity));

        Assert.Equal("Robotics done", (await _learner.Adds(await _learner.Begins(), activity)).States);
    }

    [Fact]
    public async Task Nobody_elses_step_is_done_by_it()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);

        await suite.Confirms(_learner.City, activity, Guid.CreateVersion7());

        Assert.Equal("Robotics now", (await _learner.Sees(pathway)).States);
    }

    public void Dispose() => _learner.Dispose();
}
