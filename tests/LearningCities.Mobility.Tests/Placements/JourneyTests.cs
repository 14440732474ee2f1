namespace LearningCities.Mobility.Tests.Placements;

/// <summary>Leaving and coming back, on the days just inside and just outside the rules.</summary>
public sealed class JourneyTests(SuiteOnAnyDay suite) : IClassFixture<SuiteOnAnyDay>, IAsyncLifetime
{
    private static readonly DateOnly From = TwoCities.Today.AddDays(60);
    private static readonly DateOnly To = From.AddDays(18);

    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync()
    {
        suite.Is(TwoCities.Today);
        await _cities.AreKnown();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task From_the_first_day_on_the_host_says_that_she_has_come()
    {
        var ready = await _cities.IsPrepared(await _cities.HasAgreed(From));

        suite.Is(From.AddDays(-1));
        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "too-early-to-begin", await _cities.Finish(ready, "mentor-met"));
        suite.Is(From);
        var abroad = await TwoCities.Read<Placement>(await _cities.Finish(ready, "mentor-met"));

        Assert.Equal(("abroad", "sending", "mid-term-talk"), (abroad.State, abroad.Next!.Party, abroad.Next.Kind));
        Assert.Equal(["before done", "during now", "after next"], abroad.Phases.Select(p => $"{p.Phase} {p.State}"));
    }

    [Theory]
    [InlineData("pedagogical")]
    [InlineData("linguistic")]
    [InlineData("cultural")]
    public async Task Without_any_one_of_the_three_strands_nobody_leaves(string missing)
    {
        var agreed = await _cities.IsPrepared(await _cities.HasAgreed(From), but: missing);
        suite.Is(From);

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "preparation-unfinished", await _cities.Finish(agreed, "mentor-met"));
        var ready = await TwoCities.Read<Placement>(await _cities.Finish(agreed, missing));
        Assert.Equal("abroad", (await TwoCities.Read<Placement>(await _cities.Finish(ready, "mentor-met"))).State);
    }

    [Fact]
    public async Task The_first_day_begins_when_it_begins_in_the_hosts_city()
    {
        var ready = await _cities.IsPrepared(await _cities.HasAgreed(From));

        suite.Is(From.AddDays(-1), hour: 21); // 22:30 in Ljubljana
        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "too-early-to-begin", await _cities.Finish(ready, "mentor-met"));
        suite.Is(From.AddDays(-1), hour: 23); // 00:30
        Assert.Equal("abroad", (await TwoCities.Read<Placement>(await _cities.Finish(ready, "mentor-met"))).State);
    }

    [Fact]
    public async Task From_the_last_day_on_she_says_that_she_is_back()
    {
        var abroad = await IsAbroad();

        suite.Is(To.AddDays(-1));
        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "too-early-to-end", await _cities.Finish(abroad, "home-again"));
        suite.Is(To);
        var back = await TwoCities.Read<Placement>(await _cities.Finish(abroad, "home-again"));

        Assert.Equal(("back", "mid-term-talk"), (back.State, back.Next!.Kind)); // what was left undone is not forgotten
        Assert.Equal(["before done", "during done", "after now"], back.Phases.Select(p => $"{p.Phase} {p.State}"));
    }

    [Fact]
    public async Task When_everything_is_done_nobody_must_act()
    {
        var placement = await IsAbroad();
        suite.Is(To);

        foreach (var kind in new[] { "mid-term-talk", "weekly-log", "home-again", "outcomes-assessed", "recognition", "follow-up" })
        {
            placement = await TwoCities.Read<Placement>(await _cities.Finish(placement, kind));
        }

        Assert.Equal(("back", null, "done"), (placement.State, placement.Next, placement.Phases[2].State));
    }

    [Theory]
    [InlineData("weekly-log")]
    [InlineData("home-again")]
    public async Task Who_has_not_left_is_not_abroad(string kind)
    {
        var agreed = await _cities.HasAgreed(From);
        suite.Is(To.AddDays(1));

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "placement-not-begun", await _cities.Finish(agreed, kind));
    }

    [Fact]
    public async Task Who_is_abroad_does_not_withdraw_by_herself()
    {
        var abroad = await IsAbroad();

        var response = await _cities.AsLearner.Change(
            $"/api/mobility/placements/{abroad.Id}/withdrawal", null, TwoCities.Seen(abroad));

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "placement-begun", response);
    }

    [Fact]
    public async Task What_has_begun_is_not_applied_for_any_more()
    {
        var offer = await _cities.HasOffer(From);

        suite.Is(From.AddDays(-1));
        var inTime = await _cities.Apply(offer.Id);
        suite.Is(From);
        var late = await _cities.Apply(offer.Id, _cities.Home.ClientOf(Guid.CreateVersion7(), [], TwoCities.Own));

        Assert.Equal(HttpStatusCode.Created, inTime.StatusCode);
        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "offer-over", late);
    }

    private async Task<Placement> IsAbroad()
    {
        var ready = await _cities.IsPrepared(await _cities.HasAgreed(From));
        suite.Is(From);
        return await TwoCities.Read<Placement>(await _cities.Finish(ready, "mentor-met"));
    }
}
