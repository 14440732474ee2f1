namespace LearningCities.Mobility.Tests.Placements;

public sealed class ListPlacementsTests(MobilitySuite suite) : IAsyncLifetime
{
    private sealed record Page(Placement[] Items, string? Next);

    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_organisation_lists_what_it_sends_and_hosts_newest_first()
    {
        var (first, second) = (await _cities.HasApplied(), await _cities.HasApplied());

        foreach (var (client, organisation) in new[]
        {
            (_cities.AsSending, _cities.Home.Organisation), (_cities.AsHost, _cities.Abroad.Organisation),
        })
        {
            var page = await client.GetFromJsonAsync<Page>($"/api/mobility/placements?organisation={organisation}&limit=1");
            var rest = await client.GetFromJsonAsync<Page>(
                $"/api/mobility/placements?organisation={organisation}&limit=1&cursor={page!.Next}");
            Assert.Equal([second.Id, first.Id], page.Items.Concat(rest!.Items).Select(p => p.Id));
            Assert.Null(rest.Next);
        }
    }

    [Fact]
    public async Task A_learner_lists_her_own()
    {
        var placement = await _cities.HasApplied();
        using var other = _cities.Home.ClientOf(Guid.CreateVersion7(), [], TwoCities.Own);

        var mine = await _cities.AsLearner.GetFromJsonAsync<Page>("/api/mobility/placements/mine");
        var theirs = await other.GetFromJsonAsync<Page>("/api/mobility/placements/mine");
        var staffs = await _cities.AsHost.GetFromJsonAsync<Page>("/api/mobility/placements/mine");

        Assert.Equal(placement.Id, Assert.Single(mine!.Items).Id);
        Assert.Empty(theirs!.Items);
        Assert.Empty(staffs!.Items);
    }

    [Fact]
    public async Task Another_organisations_list_is_not_there()
    {
        await _cities.HasApplied();
        var lists = $"/api/mobility/placements?organisation={_cities.Home.Organisation}";

        await TwoCities.AssertRefused(HttpStatusCode.NotFound, "not-found", await _cities.AsHost.GetAsync(lists));
        await TwoCities.AssertRefused(HttpStatusCode.Forbidden, "not-allowed", await _cities.AsLearner.GetAsync(lists));
        await TwoCities.AssertRefused(
            HttpStatusCode.BadRequest, "request-malformed", await _cities.AsHost.GetAsync("/api/mobility/placements"));
    }
}
