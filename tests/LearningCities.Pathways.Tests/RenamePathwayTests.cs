namespace LearningCities.Pathways.Tests;

public sealed class RenamePathwayTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task A_pathway_can_be_called_something_else()
    {
        var pathway = await _learner.Begins();

        var response = await _learner.Client.Change(pathway.Address(), new { title = " Machines " }, pathway.Seen());

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (response.StatusCode, response.Headers.ETag?.Tag));
        Assert.Equal("Machines", (await _learner.Sees(pathway)).Title);
    }

    [Fact]
    public async Task Only_its_learner_who_has_seen_the_latest_does()
    {
        var pathway = await _learner.Begins();
        using var other = _learner.City.Client(Learner.Own);

        await other.Change(pathway.Address(), new { title = "Mine" }, pathway.Seen()).Refuses(HttpStatusCode.NotFound, "not-found");
        await _learner.Client.Change(pathway.Address(), new { title = "Late" }, new("\"7\""))
            .Refuses(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await _learner.Client.PutAsJsonAsync(pathway.Address(), new { title = "Blind" })
            .Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
        await _learner.Client.Change(pathway.Address(), new { title = " " }, pathway.Seen())
            .Refuses(HttpStatusCode.BadRequest, "request-invalid");
    }

    public void Dispose() => _learner.Dispose();
}
