namespace LearningCities.Mobility.Tests.Placements;

public sealed class ShowPlacementTests(MobilitySuite suite) : IAsyncLifetime
{
    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Its_parties_see_it_across_cities_each_as_who_they_are()
    {
        var placement = await _cities.HasApplied();

        foreach (var party in new[] { "learner", "sending", "host" })
        {
            using var client = _cities.Client(party);
            var seen = await client.GetFromJsonAsync<Placement>($"/api/mobility/placements/{placement.Id}");
            Assert.Equal([party], seen!.Me);
            Assert.Equal(3, seen.Agreements.Length);
            Assert.Equal(13, seen.Phases.Sum(p => p.Items.Length));
        }
    }

    [Fact]
    public async Task For_everybody_else_it_is_not_there()
    {
        var placement = await _cities.HasApplied();
        var (home, abroad) = (_cities.Home, _cities.Abroad);
        var (own, manage) = (TwoCities.Own, TwoCities.Manage);
        HttpClient[] others =
        [
            home.ClientOf(Guid.CreateVersion7(), [], own), // another learner of her city
            abroad.ClientOf(Guid.CreateVersion7(), [], own), // a learner of the host's city
            home.ClientOf(Guid.CreateVersion7(), [Guid.CreateVersion7()], own, manage), // staff of another school
            abroad.ClientOf(Guid.CreateVersion7(), [Guid.CreateVersion7()], own, manage),
            abroad.Client(own), // the host's own, but not to manage placements
            suite.NewCity().ClientOf(Guid.CreateVersion7(), [home.Organisation, abroad.Organisation], own, manage), // a third city
        ];

        foreach (var other in others)
        {
            await TwoCities.AssertRefused(
                HttpStatusCode.NotFound, "not-found", await other.GetAsync($"/api/mobility/placements/{placement.Id}"));
        }
    }

    [Fact]
    public async Task Who_has_not_signed_in_or_may_not_is_told_so()
    {
        var address = $"/api/mobility/placements/{Guid.CreateVersion7()}";

        await TwoCities.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await _cities.Home.Anonymous().GetAsync(address));
        await TwoCities.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await _cities.Home.Client("badges:own").GetAsync(address));
    }

    [Fact]
    public async Task What_is_to_be_done_is_said_in_the_readers_language()
    {
        var placement = await _cities.HasApplied();
        using var learner = _cities.AsLearner;
        learner.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hu");

        var seen = await learner.GetFromJsonAsync<Placement>($"/api/mobility/placements/{placement.Id}");

        Assert.Equal(("Válasz a jelentkezésre", "answer"), (seen!.Next!.What, seen.Next.Kind));
        Assert.Equal("Heti napló: hetente három mondat", seen.Item("weekly-log").What);
    }

    [Fact]
    public async Task Its_code_can_be_read_out() =>
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", (await _cities.HasApplied()).Code);
}
