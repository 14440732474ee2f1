namespace LearningCities.Pathways.Tests;

public sealed class ListPathwaysTests(PathwaysSuite suite) : IDisposable
{
    private readonly Learner _learner = new(suite.NewCity());

    [Fact]
    public async Task The_newest_come_first_each_with_what_is_to_do_now()
    {
        var first = await _learner.Begins("First");
        await _learner.Adds(first, "Build one");
        await _learner.Adds(first, "Show it");
        await _learner.Begins("Second");

        var list = await _learner.Client.GetFromJsonAsync<Page>("/api/pathways");

        Assert.Equal(["Second", "First"], list!.Items.Select(p => p.Title));
        Assert.Equal((0, 2, "Build one"), (list.Items[1].Done, list.Items[1].Of, list.Items[1].Next!.Title.ToString()));
        Assert.Null(list.Next);
    }

    [Fact]
    public async Task Following_the_links_shows_each_once()
    {
        for (var i = 0; i < 5; i++)
        {
            await _learner.Adds(await _learner.Begins($"{i}"), "Build one");
        }

        var titles = new List<string>();
        for (var address = "/api/pathways?limit=2"; address is not null;)
        {
            var response = await _learner.Client.GetAsync(address);
            titles.AddRange((await response.Content.ReadFromJsonAsync<Page>())!.Items.Select(p => p.Title));
            address = response.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(["4", "3", "2", "1", "0"], titles);
    }

    [Fact]
    public async Task Nobody_sees_what_others_have_begun()
    {
        await _learner.Begins();
        using var other = _learner.City.Client(Learner.Own);
        using var elsewhere = suite.NewCity().ClientOf(_learner.Id, Learner.Own);
        using var visitor = _learner.City.Anonymous();

        Assert.Empty((await other.GetFromJsonAsync<Page>("/api/pathways"))!.Items);
        Assert.Empty((await elsewhere.GetFromJsonAsync<Page>("/api/pathways"))!.Items);
        await visitor.GetAsync("/api/pathways").Refuses(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("limit=0", "request-invalid")]
    [InlineData("limit=101", "request-invalid")]
    [InlineData("cursor=bnVsbA", "request-malformed")]
    public async Task A_list_that_cannot_be_is_refused(string query, string code) =>
        await _learner.Client.GetAsync($"/api/pathways?{query}").Refuses(HttpStatusCode.BadRequest, code);

    public void Dispose() => _learner.Dispose();

    private sealed record Page(Pathway[] Items, string? Next);
}
