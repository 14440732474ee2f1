namespace LearningCities.Pathways.Tests.Steps;

public sealed class OrderStepsTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task Another_order_brings_another_step_to_do_now()
    {
        var pathway = await HasThreeSteps();
        var ids = pathway.Steps.Select(s => s.Id).Reverse();

        var response = await Order(pathway, ids);

        Assert.Equal((HttpStatusCode.OK, "\"5\""), (response.StatusCode, response.Headers.ETag?.Tag));
        Assert.Equal("C now, B next, A next", (await _learner.Sees(pathway)).States);
        Assert.Equal("C now, B next, A next, D next", (await _learner.Adds(pathway, "D")).States);
    }

    [Fact]
    public async Task The_order_names_each_step_once()
    {
        var pathway = await HasThreeSteps();
        var (a, b, c) = (pathway.Steps[0].Id, pathway.Steps[1].Id, pathway.Steps[2].Id);

        foreach (var order in new Guid[][] { [], [a, b], [a, b, b], [a, b, c, c], [a, b, Guid.CreateVersion7()] })
        {
            await Order(pathway, order).Refuses(HttpStatusCode.BadRequest, "steps-differ");
        }
    }

    [Fact]
    public async Task Only_ones_own_pathway_as_one_has_seen_it()
    {
        var pathway = await HasThreeSteps();
        var order = new { steps = pathway.Steps.Select(s => s.Id).Reverse() };
        using var other = _learner.City.Client(Learner.Own);

        await other.Change($"{pathway.Address()}/order", order, pathway.Seen()).Refuses(HttpStatusCode.NotFound, "not-found");
        await _learner.Client.Change($"{pathway.Address()}/order", order, new("\"1\""))
            .Refuses(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await _learner.Client.PutAsJsonAsync($"{pathway.Address()}/order", order)
            .Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
        await _learner.Client.Change($"{pathway.Address()}/order", new { steps = (string?)null }, pathway.Seen())
            .Refuses(HttpStatusCode.BadRequest, "request-malformed");
    }

    public void Dispose() => _learner.Dispose();

    private async Task<Pathway> HasThreeSteps()
    {
        var pathway = await _learner.Begins();
        await _learner.Adds(pathway, "A");
        await _learner.Adds(pathway, "B");
        return await _learner.Adds(pathway, "C");
    }

    private Task<HttpResponseMessage> Order(Pathway pathway, IEnumerable<Guid> steps) =>
        _learner.Client.Change($"{pathway.Address()}/order", new { steps }, pathway.Seen());
}
