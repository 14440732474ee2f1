using LearningCities.Contracts.Mobility;

namespace LearningCities.Mobility.Tests.Placements;

public sealed class WithdrawPlacementTests(MobilitySuite suite) : IAsyncLifetime
{
    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_learner_takes_her_application_back()
    {
        var agreed = await _cities.HasAgreed();

        var response = await Withdraw(agreed);

        Assert.Equal(("withdrawn", null), ((await TwoCities.Read<Placement>(response)).State, (await _cities.Now(agreed)).Next));
        var heard = await suite.EventsOf<PlacementMoved>().First(e => e.PlacementId == agreed.Id && e.State == "withdrawn");
        Assert.Equal((4, null), (heard.Version, heard.Next));
    }

    [Fact]
    public async Task Withdrawing_twice_is_withdrawing_once()
    {
        var withdrawn = await TwoCities.Read<Placement>(await Withdraw(await _cities.HasApplied()));

        Assert.Equal(withdrawn.Version, (await TwoCities.Read<Placement>(await Withdraw(withdrawn))).Version);
    }

    [Fact]
    public async Task What_was_declined_is_over()
    {
        var applied = await _cities.HasApplied();
        await _cities.Answer(applied, "sending", "decline", "You have exams then.");

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "placement-over", await Withdraw(await _cities.Now(applied)));
    }

    [Fact]
    public async Task Only_she_herself_withdraws()
    {
        var applied = await _cities.HasApplied();

        await TwoCities.AssertRefused(HttpStatusCode.NotFound, "not-found", await Withdraw(applied, _cities.AsSending));
        await TwoCities.AssertRefused(HttpStatusCode.NotFound, "not-found", await Withdraw(applied, _cities.AsHost));
        await TwoCities.AssertRefused(HttpStatusCode.Unauthorized, "not-signed-in", await Withdraw(applied, _cities.Home.Anonymous()));
        await TwoCities.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await Withdraw(applied, _cities.Home.ClientOf(_cities.Learner, [], "badges:own")));
    }

    private Task<HttpResponseMessage> Withdraw(Placement placement, HttpClient? client = null) =>
        (client ?? _cities.AsLearner).Change(
            $"/api/mobility/placements/{placement.Id}/withdrawal", null, TwoCities.Seen(placement));
}
