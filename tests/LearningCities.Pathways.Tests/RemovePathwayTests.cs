namespace LearningCities.Pathways.Tests;

public sealed class RemovePathwayTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task A_removed_pathway_is_gone_with_its_steps()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Adds(await _learner.Begins(), activity);

        var response = await _learner.Client.Remove(pathway.Address(), pathway.Seen());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await _learner.Client.GetAsync(pathway.Address()).Refuses(HttpStatusCode.NotFound, "not-found");
        await suite.Confirms(_learner.City, activity, _learner.Id); // news of what was on it finds nothing to do
    }

    [Fact]
    public async Task Only_its_learner_who_has_seen_the_latest_does()
    {
        var pathway = await _learner.Begins();
        using var other = _learner.City.Client(Learner.Own);

        await other.Remove(pathway.Address(), pathway.Seen()).Refuses(HttpStatusCode.NotFound, "not-found");
        await _learner.Client.Remove(pathway.Address(), new("\"7\"")).Refuses(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await _learner.Client.Remove(pathway.Address(), seen: null).Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
    }

    public void Dispose() => _learner.Dispose();
}
