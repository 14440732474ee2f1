using System.Net.Http.Headers;
using LearningCities.Contracts;
using LearningCities.Contracts.Identity;

namespace LearningCities.Mobility.Tests;

/// <summary>A learner and her school in one city, a workshop in another: what a test says to arrange things, over HTTP.</summary>
internal sealed class TwoCities(RunningSuite suite)
{
    public const string Own = "mobility:own";
    public const string Manage = "mobility:manage";

    private static readonly string[] Strands = ["pedagogical", "linguistic", "cultural"];

    public City Home { get; } = suite.NewCity();

    public City Abroad { get; } = suite.NewCity();

    public Guid Learner { get; } = Guid.CreateVersion7();

    public HttpClient AsLearner => Home.ClientOf(Learner, [], Own);

    public HttpClient AsSending => Home.Client(Own, Manage);

    public HttpClient AsHost => Abroad.Client(Own, Manage);

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Brings the news of both cities and their organisations, as Identity would.</summary>
    public async Task<TwoCities> AreKnown()
    {
        await suite.Deliver(new CityChanged(Home.Id, 1, $"home-{Home.Id:n}", new("en", "Szeged"), "Europe/Budapest"));
        await suite.Deliver(new CityChanged(Abroad.Id, 1, $"abroad-{Abroad.Id:n}", new("en", "Ljubljana"), "Europe/Ljubljana"));
        await suite.Deliver(new OrganisationChanged(
            Home.Id, Home.Organisation, 1, new("hu", "Móravárosi Technikum"), "moravaros", null));
        await suite.Deliver(new OrganisationChanged(
            Abroad.Id, Abroad.Organisation, 1, new("sl", "Kolesarska delavnica Rog"), "", "https://rog.example/"));
        return this;
    }

    public object OfferBody(DateOnly? from = null, int places = 2) => new
    {
        organisationId = Abroad.Organisation,
        title = new { en = "Three weeks in a bike workshop", hu = "Három hét egy kerékpárműhelyben" },
        description = new { en = "True a wheel, order parts, welcome customers." },
        field = "bicycle mechanics",
        languages = new[] { "sl", "en" },
        from = from ?? Today.AddDays(60),
        to = (from ?? Today.AddDays(60)).AddDays(18),
        places,
        allowance = new { amount = 12000, currency = "EUR" },
    };

    public async Task<Offer> HasOffer(DateOnly? from = null, int places = 2)
    {
        using var host = AsHost;
        return await Read<Offer>(await host.Create("/api/mobility/offers", OfferBody(from, places)));
    }

    public Task<HttpResponseMessage> Apply(Guid offer, HttpClient? learner = null) => (learner ?? AsLearner).Create(
        "/api/mobility/placements",
        new { offerId = offer, sendingOrganisationId = Home.Organisation, motivation = "I want to build bikes." });

    public async Task<Placement> HasApplied(DateOnly? from = null) => await Read<Placement>(await Apply((await HasOffer(from)).Id));

    public async Task<Placement> HasAgreed(DateOnly? from = null)
    {
        var applied = await HasApplied(from);
        await Answer(applied, "sending");
        return await Read<Placement>(await Answer(await Now(applied), "host"));
    }

    /// <summary>All that must be done before leaving, each by who has to.</summary>
    public async Task<Placement> IsPrepared(Placement placement, params string[] but)
    {
        foreach (var kind in Strands.Except(but))
        {
            placement = await Read<Placement>(await Finish(placement, kind));
        }

        return placement;
    }

    public Task<HttpResponseMessage> Answer(Placement placement, string party, string decision = "agree", string? comment = null) =>
        Client(party).Change(
            $"/api/mobility/placements/{placement.Id}/agreements/{party}", new { decision, comment }, Seen(placement));

    public Task<HttpResponseMessage> Finish(Placement placement, string kind, string? asParty = null)
    {
        var item = placement.Item(kind);
        return Client(asParty ?? item.Party).Change(
            $"/api/mobility/placements/{placement.Id}/items/{item.Id}/done", null, Seen(placement));
    }

    public async Task<Placement> Now(Placement placement) =>
        (await AsLearner.GetFromJsonAsync<Placement>($"/api/mobility/placements/{placement.Id}"))!;

    public HttpClient Client(string party) => party switch
    {
        "learner" => AsLearner,
        "sending" => AsSending,
        _ => AsHost,
    };

    public static EntityTagHeaderValue Seen(Placement placement) => new($"\"{placement.Version}\"");

    public static async Task<T> Read<T>(HttpResponseMessage response) => response.IsSuccessStatusCode
        ? (await response.Content.ReadFromJsonAsync<T>())!
        : throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");

    public static async Task AssertRefused(HttpStatusCode status, string code, HttpResponseMessage response) =>
        Assert.Equal((status, code), (response.StatusCode, await response.ProblemCode()));
}

internal sealed record Place(Guid Id, string? ShortName, LocalizedText? Name);

internal sealed record Offer(
    Guid Id, Guid OrganisationId, LocalizedText? OrganisationName, Place City, LocalizedText Title, DateOnly From, DateOnly To);

internal sealed record Step(string Party, string Kind, string What, DateOnly Until, Guid? ItemId);

internal sealed record Word(string Party, string State, DateTimeOffset? At, string? Comment);

internal sealed record Item(Guid Id, string Kind, string What, string Party, DateOnly Due, bool Needed, string? DoneBy);

internal sealed record PhaseOf(string Phase, string State, Item[] Items);

internal sealed record Placement(
    Guid Id,
    string Code,
    Guid LearnerId,
    LocalizedText? SendingOrganisationName,
    Place City,
    LocalizedText? HostOrganisationName,
    Place HostCity,
    DateOnly From,
    DateOnly To,
    string State,
    string[] Me,
    Step? Next,
    Word[] Agreements,
    PhaseOf[] Phases,
    long Version)
{
    public Item Item(string kind) => Phases.SelectMany(p => p.Items).Single(i => i.Kind == kind);
}
