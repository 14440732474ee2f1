using LearningCities.Contracts.Pathways;

namespace LearningCities.Pathways.Tests.Steps;

public sealed class AddStepTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task Steps_are_activities_or_tasks_and_the_newest_comes_last()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Begins();
        await _learner.Adds(pathway, activity);

        var response = await _learner.Client.Create($"{pathway.Address()}/steps", new { title = " Practise ", optional = true });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(pathway.Address(), response.Headers.Location?.ToString());
        pathway = await _learner.Sees(pathway);
        Assert.Equal(("Robotics now, Practise next", 3), (pathway.States, pathway.Version));
        Assert.Equal([("activity", false), ("task", true)], pathway.Steps.Select(s => (s.Kind, s.Optional)));
        Assert.Equal([PathwaysSuite.Noon, null], pathway.Steps.Select(s => s.StartsAt));
    }

    [Fact]
    public async Task A_task_keeps_the_language_it_was_written_in()
    {
        var pathway = await _learner.Begins();
        _learner.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hu");

        var step = Assert.Single((await _learner.Adds(pathway, "Építek egyet")).Steps);

        Assert.Equal(new("hu", "Építek egyet"), step.Title);
    }

    [Fact]
    public async Task Who_took_part_before_has_done_the_step_already()
    {
        var activity = await suite.Publishes(_learner.City);
        await suite.Confirms(_learner.City, activity, _learner.Id);
        var pathway = await _learner.Begins();

        pathway = await _learner.Adds(pathway, activity);

        Assert.Equal(("Robotics done", 100), (pathway.States, pathway.Percent));
        Assert.Equal(PathwaysSuite.Noon, pathway.Steps[0].DoneAt);
        await suite.EventsOf<PathwayCompleted>().First(e => e.PathwayId == pathway.Id);
    }

    [Fact]
    public async Task An_activity_nobody_has_told_of_may_still_come()
    {
        var pathway = await _learner.Begins();
        var activity = Guid.CreateVersion7();

        var refusal = await _learner.Client.Create($"{pathway.Address()}/steps", new { activityId = activity });

        var problem = (await refusal.Content.ReadFromJsonAsync<Problem>())!;
        Assert.Equal((HttpStatusCode.NotFound, "activity-unknown"), (refusal.StatusCode, problem.Code));
        Assert.Contains("on its way", problem.Detail, StringComparison.Ordinal);
        await suite.Deliver(PathwaysSuite.Published(_learner.City, activity));
        Assert.Equal("Robotics now", (await _learner.Adds(pathway, activity)).States);
    }

    [Fact]
    public async Task Another_citys_activity_is_unknown()
    {
        var pathway = await _learner.Begins();
        var activity = await suite.Publishes(suite.NewCity());

        await Add(pathway, new { activityId = activity }).Refuses(HttpStatusCode.NotFound, "activity-unknown");
    }

    [Fact]
    public async Task An_activity_is_a_step_once()
    {
        var activity = await suite.Publishes(_learner.City);
        var pathway = await _learner.Begins();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Add(pathway, new { activityId = activity })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        await Add(pathway, new { activityId = activity }).Refuses(HttpStatusCode.Conflict, "step-already-there");
    }

    [Fact]
    public async Task What_will_not_take_place_is_no_step()
    {
        var activity = await suite.Publishes(_learner.City);
        await suite.Cancels(_learner.City, activity);

        await Add(await _learner.Begins(), new { activityId = activity }).Refuses(HttpStatusCode.Conflict, "activity-called-off");
    }

    [Fact]
    public async Task A_pathway_has_fifty_steps_at_most()
    {
        var pathway = await _learner.Begins();
        for (var i = 0; i < 50; i++)
        {
            await _learner.Adds(pathway, $"{i}");
        }

        await Add(pathway, new { title = "51" }).Refuses(HttpStatusCode.Conflict, "pathway-full");
    }

    [Theory]
    [InlineData("""{"title":""}""")]
    [InlineData("""{}""")]
    [InlineData("""{"title":"two\nlines"}""")]
    [InlineData("""{"title":"Both","activityId":"0197a1b2-0000-7000-8000-000000000000"}""")]
    [InlineData("""{"activityId":"robotics"}""")]
    public async Task A_step_is_either_an_activity_or_a_title(string body)
    {
        var pathway = await _learner.Begins();
        var request = new HttpRequestMessage(HttpMethod.Post, $"{pathway.Address()}/steps")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Idempotency-Key", "one" } },
        };

        var response = await _learner.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("request-", await response.ProblemCode(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_task_fits_in_any_script()
    {
        var task = string.Concat(Enumerable.Repeat("ű", 200));

        Assert.Equal(task, (await _learner.Adds(await _learner.Begins(), task)).Steps[0].Title.ToString());
    }

    [Fact]
    public async Task Nobody_adds_to_anothers_pathway()
    {
        var pathway = await _learner.Begins();
        using var other = _learner.City.Client(Learner.Own);
        using var visitor = _learner.City.Anonymous();

        await other.Create($"{pathway.Address()}/steps", new { title = "Mine" }).Refuses(HttpStatusCode.NotFound, "not-found");
        await visitor.Create($"{pathway.Address()}/steps", new { title = "Mine" })
            .Refuses(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    public void Dispose() => _learner.Dispose();

    private Task<HttpResponseMessage> Add(Pathway pathway, object step) =>
        _learner.Client.Create($"{pathway.Address()}/steps", step);
}
