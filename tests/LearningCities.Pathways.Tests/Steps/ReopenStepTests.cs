namespace LearningCities.Pathways.Tests.Steps;

public sealed class ReopenStepTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task A_slip_of_the_finger_can_be_taken_back()
    {
        var pathway = await _learner.Adds(await _learner.Begins(), "Build one");
        pathway = await _learner.Finishes(pathway, "Build one");

        var response = await _learner.Client.Remove($"{pathway.AddressOf("Build one")}/done", pathway.Seen());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        pathway = await _learner.Sees(pathway);
        Assert.Equal(("Build one now", null, 0), (pathway.States, pathway.CompletedAt, pathway.Percent));
    }

    [Fact]
    public async Task What_an_organisation_confirmed_stays_done()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);
        await suite.Confirms(_learner.City, activity, _learner.Id);
        pathway = await _learner.Sees(pathway);

        await _learner.Client.Remove($"{pathway.AddressOf("Robotics")}/done", pathway.Seen())
            .Refuses(HttpStatusCode.Conflict, "attendance-confirmed-elsewhere");
    }

    [Fact]
    public async Task Only_a_step_of_ones_own_pathway_as_one_has_seen_it()
    {
        var pathway = await _learner.Adds(await _learner.Begins(), "Build one");
        var done = $"{pathway.AddressOf("Build one")}/done";
        using var other = _learner.City.Client(Learner.Own);

        await other.Remove(done, pathway.Seen()).Refuses(HttpStatusCode.NotFound, "not-found");
        await _learner.Client.Remove(done, new("\"1\"")).Refuses(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await _learner.Client.Remove(done, seen: null).Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
    }

    public void Dispose() => _learner.Dispose();
}
