using LearningCities.Contracts.Mobility;

namespace LearningCities.Mobility.Tests.Placements;

public sealed class ApplyForPlacementTests(MobilitySuite suite) : IAsyncLifetime
{
    private readonly TwoCities _cities = new(suite);

    public async ValueTask InitializeAsync() => await _cities.AreKnown();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Applying_asks_both_organisations_and_tells_the_suite()
    {
        var offer = await _cities.HasOffer();

        var response = await _cities.Apply(offer.Id);

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (response.StatusCode, response.Headers.ETag?.Tag));
        var placement = await TwoCities.Read<Placement>(await _cities.AsLearner.GetAsync(response.Headers.Location));
        Assert.Equal(("applied", "sending", "answer"), (placement.State, placement.Next?.Party, placement.Next?.Kind));
        Assert.Equal(["learner agreed", "sending asked", "host asked"], placement.Agreements.Select(a => $"{a.Party} {a.State}"));
        Assert.Equal(["before now", "during next", "after next"], placement.Phases.Select(p => $"{p.Phase} {p.State}"));
        Assert.Equal(
            ("Móravárosi Technikum", "Kolesarska delavnica Rog", "Ljubljana"),
            (placement.SendingOrganisationName!["hu"], placement.HostOrganisationName!["sl"], placement.HostCity.Name!["en"]));

        var heard = await suite.EventsOf<PlacementMoved>().First(e => e.PlacementId == placement.Id);
        Assert.Equal(
            (_cities.Home.Id, _cities.Abroad.Id, _cities.Learner, "applied", "sending", 1),
            (heard.City, heard.HostCity, heard.LearnerId, heard.State, heard.Next, heard.Version));
        Assert.DoesNotContain("build bikes", heard.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_has_the_three_strands_and_something_for_each_party_in_each_phase()
    {
        var placement = await _cities.HasApplied();

        Assert.Equal(
            ["cultural", "linguistic", "pedagogical"],
            placement.Phases[0].Items.Where(i => i.Needed).Select(i => i.Kind).Order());
        Assert.All(
            placement.Phases,
            phase => Assert.Equal(["host", "learner", "sending"], phase.Items.Select(i => i.Party).Distinct().Order()));
        Assert.All(placement.Phases[0].Items, item => Assert.InRange(item.Due, TwoCities.Today, placement.From));
        Assert.All(placement.Phases[1].Items, item => Assert.InRange(item.Due, placement.From, placement.To));
        Assert.All(placement.Phases[2].Items, item => Assert.True(item.Due > placement.To));
    }

    [Fact]
    public async Task Nothing_is_due_before_there_was_time_to_do_it()
    {
        var placement = await _cities.HasApplied(from: TwoCities.Today.AddDays(4));

        Assert.All(placement.Phases[0].Items, item => Assert.Equal(placement.From, item.Due));
        Assert.Equal(placement.From.AddDays(-1), placement.Next!.Until);
    }

    [Fact]
    public async Task A_learner_applies_for_an_offer_once()
    {
        var offer = await _cities.HasOffer();
        await _cities.Apply(offer.Id);

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "placement-already-applied", await _cities.Apply(offer.Id));
    }

    [Fact]
    public async Task After_withdrawing_she_can_apply_again()
    {
        var offer = await _cities.HasOffer();
        var first = await TwoCities.Read<Placement>(await _cities.Apply(offer.Id));
        await _cities.AsLearner.Change($"/api/mobility/placements/{first.Id}/withdrawal", null, TwoCities.Seen(first));

        Assert.Equal(HttpStatusCode.Created, (await _cities.Apply(offer.Id)).StatusCode);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_applies_once()
    {
        var offer = await _cities.HasOffer();
        var body = new { offerId = offer.Id, sendingOrganisationId = _cities.Home.Organisation, motivation = "Bikes." };
        using var learner = _cities.AsLearner;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => learner.Create("/api/mobility/placements", body, "k")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
    }

    [Fact]
    public async Task The_sending_organisation_is_of_the_learners_own_city()
    {
        var offer = await _cities.HasOffer();
        using var learner = suite.NewCity().ClientOf(Guid.CreateVersion7(), [], TwoCities.Own);

        await TwoCities.AssertRefused(
            HttpStatusCode.Conflict, "sending-organisation-unknown", await _cities.Apply(offer.Id, learner));
    }

    [Fact]
    public async Task The_host_does_not_send_to_itself()
    {
        var offer = await _cities.HasOffer();
        using var neighbour = _cities.Abroad.ClientOf(Guid.CreateVersion7(), [], TwoCities.Own);

        var response = await neighbour.Create(
            "/api/mobility/placements",
            new { offerId = offer.Id, sendingOrganisationId = _cities.Abroad.Organisation, motivation = "It is near." });

        await TwoCities.AssertRefused(HttpStatusCode.Conflict, "sending-is-host", response);
    }

    [Theory]
    [InlineData("""{ "motivation": "Bikes." }""", "request-malformed")]
    [InlineData("""{ "offerId": "0199b5a6-3f6e-7cc3-9d0b-6c1f0a5f2f11", "sendingOrganisationId": "x", "motivation": "" }""", "request-malformed")]
    [InlineData("""{ "offerId": "0199b5a6-3f6e-7cc3-9d0b-6c1f0a5f2f11", "sendingOrganisationId": "0199b5a6-3f6e-7cc3-9d0b-6c1f0a5f2f11", "motivation": "" }""", "request-invalid")]
    public async Task A_malformed_application_is_refused(string body, string code)
    {
        using var learner = _cities.AsLearner;
        learner.DefaultRequestHeaders.Add("Idempotency-Key", "one");

        var response = await learner.PostAsync("/api/mobility/placements", new StringContent(body, null, "application/json"));

        await TwoCities.AssertRefused(HttpStatusCode.BadRequest, code, response);
    }

    [Fact]
    public async Task Only_people_apply_and_only_for_what_is_offered()
    {
        await TwoCities.AssertRefused(
            HttpStatusCode.Unauthorized, "not-signed-in", await _cities.Apply(Guid.CreateVersion7(), _cities.Home.Anonymous()));
        await TwoCities.AssertRefused(
            HttpStatusCode.Forbidden, "not-allowed", await _cities.Apply(Guid.CreateVersion7(), _cities.Home.Client("pathways:own")));
        await TwoCities.AssertRefused(HttpStatusCode.NotFound, "not-found", await _cities.Apply(Guid.CreateVersion7()));
    }
}
