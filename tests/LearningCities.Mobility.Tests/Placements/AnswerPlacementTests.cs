using LearningCities.Contracts.Mobility;

namespace LearningCities.Mobility.Tests.Placements;

public sealed class AnswerPlacementTests(MobilitySuite suite) : IAsyncLifetime
{
    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("sending", "host")]
    [InlineData("host", "sending")]
    public async Task When_both_have_agreed_in_whichever_order_it_is_agreed(string first, string second)
    {
        var applied = await _cities.HasApplied();

        var one = await TwoCities.Read<Placement>(await _cities.Answer(applied, first, comment: "Gladly."));
        var both = await TwoCities.Read<Placement>(await _cities.Answer(one, second));

        Assert.Equal(("applied", second), (one.State, one.Next!.Party));
        Assert.Equal("Gladly.", one.Agreements.Single(a => a.Party == first).Comment);
        Assert.Equal(("agreed", "learner", "agreement-read"), (both.State, both.Next!.Party, both.Next.Kind));
        var heard = await suite.EventsOf<PlacementMoved>().First(e => e.PlacementId == applied.Id && e.State == "agreed");
        Assert.Equal((_cities.Home.Id, 3, "learner"), (heard.City, heard.Version, heard.Next));
    }

    [Fact]
    public async Task One_that_declines_ends_it_and_the_learner_reads_why()
    {
        var applied = await _cities.HasApplied();

        await _cities.Answer(applied, "host", "decline", "Our workshop is being rebuilt.");

        var declined = await _cities.Now(applied);
        Assert.Equal(("declined", null), (declined.State, declined.Next));
        Assert.Equal("Our workshop is being rebuilt.", declined.Agreements.Single(a => a.Party == "host").Comment);
        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "placement-decided", await _cities.Answer(declined, "sending"));
    }

    [Fact]
    public async Task Each_answers_once()
    {
        var once = await TwoCities.Read<Placement>(await _cities.Answer(await _cities.HasApplied(), "sending"));

        await TwoCities.AssertRefused(
            HttpStatusCode.Conflict, "agreement-already-given", await _cities.Answer(once, "sending", "decline", "No."));
    }

    [Fact]
    public async Task Nobody_answers_for_the_other_party()
    {
        var applied = await _cities.HasApplied();
        var address = $"/api/mobility/placements/{applied.Id}/agreements";
        var (agree, seen) = (new { decision = "agree" }, TwoCities.Seen(applied));

        foreach (var (client, party) in new[] { (_cities.AsHost, "sending"), (_cities.AsSending, "host"), (_cities.AsHost, "learner") })
        {
            await TwoCities.AssertRefused(
                HttpStatusCode.NotFound, "not-found", await client.Change($"{address}/{party}", agree, seen));
        }

        await TwoCities.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await _cities.AsLearner.Change($"{address}/host", agree, seen));
        await TwoCities.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await _cities.Home.Anonymous().Change($"{address}/host", agree, seen));
        Assert.Equal(applied.Version, (await _cities.Now(applied)).Version);
    }

    [Theory]
    [InlineData("decline", null, "request-invalid")]
    [InlineData("decline", " ", "request-invalid")]
    [InlineData("perhaps", "It depends.", "request-invalid")]
    [InlineData(null, null, "request-malformed")]
    public async Task A_malformed_answer_is_refused(string? decision, string? comment, string code) => await TwoCities.AssertRefused(
        HttpStatusCode.BadRequest, code, await _cities.Answer(await _cities.HasApplied(), "host", decision!, comment));

    [Fact]
    public async Task Of_two_for_the_last_place_the_host_takes_one()
    {
        var offer = await _cities.HasOffer(places: 1);
        var one = await TwoCities.Read<Placement>(await _cities.Apply(offer.Id));
        using var other = _cities.Home.ClientOf(Guid.CreateVersion7(), [], TwoCities.Own);
        var two = await TwoCities.Read<Placement>(await _cities.Apply(offer.Id, other));

        await _cities.Answer(one, "host");

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "offer-full", await _cities.Answer(two, "host"));
        await _cities.AsLearner.Change(
            $"/api/mobility/placements/{one.Id}/withdrawal", null, TwoCities.Seen(await _cities.Now(one)));
        Assert.Equal(HttpStatusCode.OK, (await _cities.Answer(two, "host")).StatusCode); // the place is free again
    }

    [Fact]
    public async Task Of_two_for_the_last_place_at_the_same_moment_too()
    {
        var offer = await _cities.HasOffer(places: 1);
        var placements = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var learner = _cities.Home.ClientOf(Guid.CreateVersion7(), [], TwoCities.Own);
            return await TwoCities.Read<Placement>(await _cities.Apply(offer.Id, learner));
        }));

        var answers = await Task.WhenAll(placements.Select(placement => _cities.Answer(placement, "host")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_not_seen_the_latest_version_is_refused()
    {
        var applied = await _cities.HasApplied();
        await _cities.Answer(applied, "sending");

        await TwoCities.AssertRefused(
            HttpStatusCode.PreconditionFailed, "changed-meanwhile", await _cities.Answer(applied, "host"));
    }
}
