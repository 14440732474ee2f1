namespace LearningCities.Pathways.Tests;

public sealed class CreatePathwayTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task A_learner_begins_a_pathway_with_nothing_on_it()
    {
        var response = await _learner.Client.Create("/api/pathways", new { title = "  Robots and I " });

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (response.StatusCode, response.Headers.ETag?.Tag));
        var pathway = await _learner.Client.GetFromJsonAsync<Pathway>(response.Headers.Location);
        Assert.Equal(("Robots and I", 0, 0, 0), (pathway!.Title, pathway.Done, pathway.Of, pathway.Percent));
        Assert.Equal((null, null), (pathway.Next, pathway.CompletedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("two\nlines")]
    [InlineData("nul\0")]
    [MemberData(nameof(ALongTitle))]
    public async Task A_title_is_one_line_that_fits(string? title)
    {
        var response = await _learner.Client.Create("/api/pathways", new { title });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("request-", await response.ProblemCode(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_title_fits_in_any_script()
    {
        var title = string.Concat(Enumerable.Repeat("ű", 200));

        Assert.Equal(title, (await _learner.Begins(title)).Title);
    }

    [Fact]
    public async Task A_learner_has_twenty_pathways_and_not_one_more_even_in_a_rush()
    {
        await Task.WhenAll(Enumerable.Range(0, 18).Select(_ => _learner.Begins())); // the first ones at one moment, too

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            _learner.Client.Create("/api/pathways", new { title = "One more" })));

        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        await _learner.Client.Create("/api/pathways", new { title = "21" }).Refuses(HttpStatusCode.Conflict, "pathways-too-many");
    }

    [Fact]
    public async Task An_impatient_tap_begins_one_pathway()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            _learner.Client.Create("/api/pathways", new { title = "Once" }, key: "tap")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(await answers[0].Content.ReadAsStringAsync(), await answers[1].Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Only_people_who_are_signed_in_have_pathways()
    {
        using var visitor = _learner.City.Anonymous();
        using var other = _learner.City.Client("badges:own");

        await visitor.Create("/api/pathways", new { title = "Mine" }).Refuses(HttpStatusCode.Unauthorized, "not-signed-in");
        await other.Create("/api/pathways", new { title = "Mine" }).Refuses(HttpStatusCode.Forbidden, "not-allowed");
    }

    public static TheoryData<string> ALongTitle => [new string('a', 201)];

    public void Dispose() => _learner.Dispose();
}
