namespace LearningCities.Pathways.Tests.Steps;

public sealed class RemoveStepTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task What_is_taken_off_does_not_count_and_can_come_back()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);
        pathway = await _learner.Adds(pathway, "Build one");

        var response = await _learner.Client.Remove(pathway.AddressOf("Robotics"), pathway.Seen());

        Assert.Equal((HttpStatusCode.OK, "\"4\""), (response.StatusCode, response.Headers.ETag?.Tag));
        Assert.Equal("Build one now", (await _learner.Sees(pathway)).States);
        Assert.Equal("Build one now, Robotics next", (await _learner.Adds(pathway, activity)).States);
    }

    [Fact]
    public async Task Only_a_step_of_ones_own_pathway_as_one_has_seen_it()
    {
        var pathway = await _learner.Adds(await _learner.Begins(), "Build one");
        var step = pathway.AddressOf("Build one");
        using var other = _learner.City.Client(Learner.Own);
        using var visitor = _learner.City.Anonymous();

        await other.Remove(step, pathway.Seen()).Refuses(HttpStatusCode.NotFound, "not-found");
        await visitor.Remove(step, pathway.Seen()).Refuses(HttpStatusCode.Unauthorized, "not-signed-in");
        await _learner.Client.Remove(step, new("\"1\"")).Refuses(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await _learner.Client.Remove(step, seen: null).Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
        await _learner.Client.Remove($"{pathway.Address()}/steps/{Guid.CreateVersion7()}", pathway.Seen())
            .Refuses(HttpStatusCode.NotFound, "not-found");
    }

    public void Dispose() => _learner.Dispose();
}
