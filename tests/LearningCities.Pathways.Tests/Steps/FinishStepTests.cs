using LearningCities.Contracts.Pathways;

namespace LearningCities.Pathways.Tests.Steps;

public sealed class FinishStepTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task With_its_last_step_a_pathway_is_completed_and_the_suite_is_told()
    {
        var pathway = await _learner.Begins();
        await _learner.Adds(pathway, "Read about robots", optional: true);
        await _learner.Adds(pathway, "Build one");
        pathway = await _learner.Adds(pathway, "Show it");

        pathway = await _learner.Finishes(pathway, "Build one");
        Assert.Null(pathway.CompletedAt);
        pathway = await _learner.Finishes(pathway, "Show it");

        Assert.Equal((100, null, "Read about robots next, Build one done, Show it done"), (pathway.Percent, pathway.Next, pathway.States));
        var told = await suite.EventsOf<PathwayCompleted>().First(e => e.PathwayId == pathway.Id);
        Assert.Equal((_learner.City.Id, _learner.Id, pathway.CompletedAt), (told.City, told.LearnerId, told.CompletedAt));
        Assert.Equal(pathway.Version, told.Version);
    }

    [Fact]
    public async Task It_is_told_again_only_when_there_was_more_to_do()
    {
        var pathway = await _learner.Adds(await _learner.Begins(), "Build one");
        pathway = await _learner.Finishes(pathway, "Build one");
        var first = pathway.Version;
        pathway = await _learner.Finishes(pathway, "Build one"); // an impatient tap changes nothing
        Assert.Equal(first, pathway.Version);
        pathway = await _learner.Adds(pathway, "Look at others", optional: true);
        Assert.NotNull(pathway.CompletedAt);

        pathway = await _learner.Adds(pathway, "Show it");
        Assert.Equal((null, "Show it"), (pathway.CompletedAt, pathway.Next!.Title.ToString()));
        pathway = await _learner.Finishes(pathway, "Show it");

        await suite.EventsOf<PathwayCompleted>().First(e => e.PathwayId == pathway.Id && e.Version == pathway.Version);
        Assert.Equal([first, pathway.Version], suite.EventsOf<PathwayCompleted>().All(e => e.PathwayId == pathway.Id).Select(e => e.Version));
    }

    [Fact]
    public async Task What_an_organisation_confirms_nobody_ticks_off_herself()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);

        await _learner.Client.Change($"{pathway.AddressOf("Robotics")}/done", null, pathway.Seen())
            .Refuses(HttpStatusCode.Conflict, "attendance-confirmed-elsewhere");
    }

    [Fact]
    public async Task Only_a_step_of_ones_own_pathway_as_one_has_seen_it()
    {
        var pathway = await _learner.Adds(await _learner.Begins(), "Build one");
        var done = $"{pathway.AddressOf("Build one")}/done";
        using var other = _learner.City.Client(Learner.Own);
        using var visitor = _learner.City.Anonymous();

        await other.Change(done, null, pathway.Seen()).Refuses(HttpStatusCode.NotFound, "not-found");
        await visitor.Change(done, null, pathway.Seen()).Refuses(HttpStatusCode.Unauthorized, "not-signed-in");
        await _learner.Client.Change(done, null, new("\"1\"")).Refuses(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await _learner.Client.PutAsync(done, null).Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
        await _learner.Client.Change($"{pathway.Address()}/steps/{Guid.CreateVersion7()}/done", null, pathway.Seen())
            .Refuses(HttpStatusCode.NotFound, "not-found");
    }

    public void Dispose() => _learner.Dispose();
}
