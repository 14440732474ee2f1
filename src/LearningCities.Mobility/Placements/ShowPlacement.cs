using LearningCities.Mobility.Offers;

namespace LearningCities.Mobility.Placements;

internal static class ShowPlacement
{
    /// <param name="State"><c>applied</c>, <c>agreed</c>, <c>declined</c>, <c>abroad</c>, <c>back</c>, <c>withdrawn</c>.</param>
    /// <param name="Me">As whom the reader takes part: some of <c>learner</c>, <c>sending</c>, <c>host</c>.</param>
    /// <param name="Code">The same as in the booklet: what the passport is called on paper.</param>
    /// <param name="Next">Who must act now; null when nobody must any more.</param>
    public sealed record Response(
        Guid Id,
        string Code,
        OfferInShort Offer,
        Guid LearnerId,
        Guid SendingOrganisationId,
        LocalizedText? SendingOrganisationName,
        ShowOffer.Place City,
        Guid HostOrganisationId,
        LocalizedText? HostOrganisationName,
        ShowOffer.Place HostCity,
        DateOnly From,
        DateOnly To,
        string Motivation,
        DateTimeOffset AppliedAt,
        string State,
        IReadOnlyList<string> Me,
        NextStep? Next,
        IReadOnlyList<Word> Agreements,
        IReadOnlyList<PhaseOf> Phases,
        long Version) : IVersioned
    {
        internal static Response Of(Placement placement, Caller caller, Directory directory, Texts texts) => new(
            placement.Id,
            PassportCode.Of(placement.Id),
            new OfferInShort(placement.OfferId, placement.OfferTitle),
            placement.LearnerId,
            placement.SendingOrganisationId,
            directory.Organisation(placement.SendingOrganisationId),
            ShowOffer.Place.Of(placement.City, directory),
            placement.HostOrganisationId,
            directory.Organisation(placement.HostOrganisationId),
            ShowOffer.Place.Of(placement.HostCity, directory),
            placement.From,
            placement.To,
            placement.Motivation,
            placement.AppliedAt,
            placement.State.Word(),
            [.. placement.RolesOf(caller).Select(role => role.Word())],
            placement.Next() is { } next
                ? new NextStep(next.Party.Word(), next.Kind, texts[$"support-{next.Kind}"], next.Until, next.Item)
                : null,
            [.. placement.Agreements.OrderBy(a => a.Party).Select(a => new Word(a.Party.Word(), a.Answer.Word(), a.At, a.Comment))],
            [.. Enum.GetValues<Phase>().Select(phase => PhaseOf.Of(placement, phase, texts))],
            placement.Version);
    }

    public sealed record OfferInShort(Guid Id, LocalizedText Title);

    /// <param name="Party"><c>learner</c>, <c>sending</c> or <c>host</c>.</param>
    /// <param name="Kind">What, as a stable word: <c>answer</c>, or the kind of an item.</param>
    /// <param name="What">What, in the reader's language.</param>
    /// <param name="ItemId">The item to do; null where an answer is asked for.</param>
    public sealed record NextStep(string Party, string Kind, string What, DateOnly Until, Guid? ItemId);

    /// <param name="State"><c>asked</c>, <c>agreed</c> or <c>declined</c>.</param>
    public sealed record Word(string Party, string State, DateTimeOffset? At, string? Comment);

    /// <param name="Phase"><c>before</c>, <c>during</c> or <c>after</c>.</param>
    /// <param name="State"><c>done</c>, <c>now</c> or <c>next</c>.</param>
    public sealed record PhaseOf(string Phase, string State, IReadOnlyList<ItemOf> Items)
    {
        internal static PhaseOf Of(Placement placement, Phase phase, Texts texts) => new(
            phase.Word(), placement.StateOf(phase), [.. placement.Items.Where(i => i.Phase == phase).Select(i => ItemOf.Of(i, texts))]);
    }

    /// <param name="Kind">What, as a stable word.</param>
    /// <param name="What">What, in the reader's language.</param>
    /// <param name="Needed">That without it the learner does not leave.</param>
    /// <param name="DoneBy">The party that did it; null while nobody has.</param>
    public sealed record ItemOf(
        Guid Id, string Kind, string What, string Party, DateOnly Due, bool Needed, DateTimeOffset? DoneAt, string? DoneBy)
    {
        internal static ItemOf Of(SupportItem item, Texts texts) => new(
            item.Id,
            item.Kind,
            texts[$"support-{item.Kind}"],
            item.Party.Word(),
            item.Due,
            SupportPlan.Strands.Contains(item.Kind),
            item.DoneAt,
            item.Done ? item.Party.Word() : null);
    }

    public static void Map(IEndpointRouteBuilder mobility) => mobility
        .MapGet("/placements/{placementId:guid}", Handle)
        .WithName(nameof(ShowPlacement))
        .WithSummary("Show a placement to its parties, in whichever city they are")
        .RequireScope(Scopes.Own);

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid placementId, Caller caller, MobilityDb db, Texts texts, CancellationToken cancellation)
    {
        if (await db.PlacementsOf(caller).AsNoTracking().ById(placementId, cancellation) is not { } placement)
        {
            return TypedResults.NotFound();
        }

        var directory = await Directory.Of(db, [placement], cancellation);
        return TypedResults.Ok(Response.Of(placement, caller, directory, texts));
    }
}
