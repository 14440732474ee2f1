using LearningCities.Contracts.Mobility;

namespace LearningCities.Mobility.Tests.Placements;

public sealed class FinishItemTests(MobilitySuite suite) : IAsyncLifetime
{
    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_done_is_seen_by_all_parties_and_the_next_comes()
    {
        var agreed = await _cities.HasAgreed();

        var response = await _cities.Finish(agreed, "agreement-read");

        Assert.Equal((HttpStatusCode.OK, "\"4\""), (response.StatusCode, response.Headers.ETag?.Tag));
        var seen = await _cities.AsHost.GetFromJsonAsync<Placement>($"/api/mobility/placements/{agreed.Id}");
        Assert.Equal(("learner", "pedagogical", "sending"), (seen!.Item("agreement-read").DoneBy, seen.Next!.Kind, seen.Next.Party));
        Assert.Equal(seen.Item("pedagogical").Id, seen.Next.ItemId);
    }

    [Fact]
    public async Task The_suite_is_told_when_it_is_another_partys_turn_and_not_before()
    {
        var agreed = await _cities.HasAgreed(); // version 3, the learner's turn

        agreed = await TwoCities.Read<Placement>(await _cities.Finish(agreed, "mentor-named")); // 4, and still hers
        agreed = await TwoCities.Read<Placement>(await _cities.Finish(agreed, "agreement-read")); // 5

        var heard = await suite.EventsOf<PlacementMoved>().First(e => e.PlacementId == agreed.Id && e.Version == 5);
        Assert.Equal(("agreed", "sending"), (heard.State, heard.Next));
        Assert.Empty(suite.EventsOf<PlacementMoved>().All(e => e.PlacementId == agreed.Id && e.Version == 4));
    }

    [Fact]
    public async Task Done_twice_is_done_once()
    {
        var once = await TwoCities.Read<Placement>(await _cities.Finish(await _cities.HasAgreed(), "pedagogical"));

        Assert.Equal(once.Version, (await TwoCities.Read<Placement>(await _cities.Finish(once, "pedagogical"))).Version);
    }

    [Theory]
    [InlineData("pedagogical", "learner")]
    [InlineData("pedagogical", "host")]
    [InlineData("linguistic", "sending")]
    [InlineData("cultural", "sending")]
    public async Task Each_party_does_its_own(string kind, string party) => await TwoCities.AssertRefused(
        HttpStatusCode.Forbidden, "item-of-another-party", await _cities.Finish(await _cities.HasAgreed(), kind, asParty: party));

    [Fact]
    public async Task Before_both_have_agreed_nothing_is_done() => await TwoCities.AssertRefused(
        HttpStatusCode.Conflict, "placement-not-agreed", await _cities.Finish(await _cities.HasApplied(), "linguistic"));

    [Fact]
    public async Task After_it_ended_nothing_is_done()
    {
        var applied = await _cities.HasApplied();
        await _cities.Answer(applied, "host", "decline", "No room.");

        await TwoCities.AssertRefused(
            HttpStatusCode.Conflict, "placement-over", await _cities.Finish(await _cities.Now(applied), "linguistic"));
    }

    [Fact]
    public async Task For_who_is_no_party_or_may_not_there_is_nothing_to_do()
    {
        var agreed = await _cities.HasAgreed();
        var (address, seen) = ($"/api/mobility/placements/{agreed.Id}/items", TwoCities.Seen(agreed));
        var item = $"{address}/{agreed.Item("linguistic").Id}/done";
        using var stranger = suite.NewCity().Client(TwoCities.Own, TwoCities.Manage);

        await TwoCities.AssertRefused(HttpStatusCode.NotFound, "not-found", await stranger.Change(item, null, seen));
        await TwoCities.AssertRefused(
            HttpStatusCode.NotFound, "not-found", await _cities.AsLearner.Change($"{address}/{Guid.CreateVersion7()}/done", null, seen));
        await TwoCities.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await _cities.Home.Anonymous().Change(item, null, seen));
        await TwoCities.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await _cities.Home.Client("badges:own").Change(item, null, seen));
        await TwoCities.AssertRefused(
            HttpStatusCode.PreconditionRequired, "if-match-missing", await _cities.AsLearner.PutAsync(item, null));
        await TwoCities.AssertRefused(
            HttpStatusCode.PreconditionFailed, "changed-meanwhile", await _cities.AsLearner.Change(item, null, new("\"1\"")));
    }
}
